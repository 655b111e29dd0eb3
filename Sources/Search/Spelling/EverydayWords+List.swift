extension EverydayWords {
  /// Sorted. Chosen by kind from English usage: common verbs, nouns, adjectives and irregular forms;
  /// days, months, numbers; places, first names, brands; widely known medicines.
  static let words = """
    aberdeen ability above abroad absent absolute abuse academy accept access accident account ache
    acid acne acre act active actor actual add address admire admit adopt adult advance adventure
    advert advice advise affair affect afford african afternoon afterwards against age aged agent
    ages agony agree agreement ahead aid aim air airport alarm album alcohol alive allergic allergy
    aloft alone aloud alpha alphabet alter although alzheimer amaze amazon ambition america american
    amid amount amuse anaemia ancient andrew anemia angel anger angle ankle anniversary announce
    annoy annual answer answerphone ant antibiotic anxiety anxious anyway apart apartment apiece
    apologise apology appeal appear appearance appendicitis appendix appetite apple apply approach
    approve april apron apt arch architect area argentina argue argument arm armchair arms army
    arrange array arrest arrival arrive arrow art arthritis article artist ash ashes asia aside
    asleep aspect aspirin asset assist assume asthma asthmatic astronaut ate athens atlas atom
    atopic attach attack attempt attend attic attitude attract auction audience august aunty
    australia author autism autumn avalanche average avoid awake award aware awful awhile awkward
    axe baby babysit backpack backwards backyard bacon bacteria bacterial badge badly bag bake baker
    bakery balance balcony ball ballet balloon banana band bandage bang banjo bank banker bankrupt
    bar barbara barbecue barber bare bargain bark barn baron barrel base basement basic basket bat
    bath bathe bathroom battery battle bay beach beam bean beans bear beard beast beat beaten
    beautiful beauty beaver because bed bedroom bedtime bee beech beef beer beetle beg beginner
    behave behind beijing belfast belief bell belong below belt ben bench bend benefit bent berlin
    berry beside bet beta beware beyond bias bible bicycle bid bike bill bin bingo biology bird
    birdsong birmingham birth birthday biscuit bishop bite bitten bitter bizarre black bladder blade
    blame blank blanket blazer bled blend bless blew blind blizzard block blonde bloom blossom
    blouse blow blown blue blush board boast boat boil boiler bold bolton bomb bond bone bonus book
    booking bookshop boot booth border bore bored boring born borrow boss bossy boston bother bottle
    bottom bought bounce bound boundary bouquet bow bowel bowl bowling box boy bracelet bradford
    brain brake branch brand brandy brass brat brave bravo brazil bread break breakdown breakfast
    breast breath breathe bred breeze brew brian brick bride bridge brief briefcase bright brighton
    brink bristol britain british broad broke broken bronchitis bronze brown browser bruise brunch
    brush bubble bubbly bucket buddy budget buffet bug build builder built bulb bull bully bump bun
    bunch bungalow buoy bureau burger burglar burn burnt burst bury bus bush business busy butcher
    butter butterfly buttock button buy buyer buzz bye cabbage cabin cable cactus cafe caffeine cage
    cake calculate calculator calendar calf california calm cambridge camel camera camp canada canal
    cancel candid candle candy cannabis canoe cap capital cappuccino captain car caravan card
    cardiff care career careful careless cargo carol carpet carrot carry cart cartoon carve cash
    cast castle casual cat cataract catch caterpillar catholic cattle caught cause caution cave
    ceased ceiling celebrate celebrity celery cell cellar cement cent central century cereal
    certificate certify chain chair chalk champagne champion chance channel chaos chapel chapter
    character charge charity charles charm chart chase chat chatter cheap cheat cheek cheer cheese
    cheesecake cheetah chef chemical chemist cheque cherry chess chest chester chicago chicken
    chickenpox chief childhood childish chilly chimney china chip chips chocolate choice choir
    cholera cholesterol chop chorus chosen chris christian christmas chromosome chuckle church
    cigarette cinema circle circuit circus cirrhosis citizen city civil claim claire clap clash
    class classic classroom clay clean cleaner clerk clever client cliff climate climb clinic clip
    clock clockwise close closer cloth cloud clown club clue clumsy clung coach coal coast coat
    cobweb cocoa coconut code codeine coffee coffin coil coin coke cold collapse collar colleague
    collect college collide colour column comb comedy comet comfort comfortable comic comma comment
    commercial commit committee common communicate community company compare compass compete compile
    complain complete complex comply computer concentrate concern concert conclude concrete
    concussion condition condom conduct conductor cone confess confirm conflict confuse congratulate
    connect conquer conscience consider constant constipation consult consume contact contain
    content contest continue contraception contract contrast control conversation convert convince
    cook cookie cool cope copper copy cord core cork corn corner correct corridor cost cosy cottage
    cotton couch cough council counselling counsellor count country county couple courage course
    court cousin coventry cover cow crab crack craft cramp crane crash crate crawl crayon crazy
    cream create creature credit creep crept crew cricket crime criminal crisis crisp criticise
    crocodile crop cross crossing crowd crown cruel cruise crunch crust crutches cry crystal cub
    cuba cube cucumber cuddle cultural culture cup cupboard cupcake cure curious curl currency
    current curry curtain curve cushion custom customer cut cutlery cycle cyclic cyst cystic daft
    daily dairy daisy damage damp dance dancer danger daniel dare dark darling database date david
    dawn dead deadline deaf deafness deal dealt dear death debate debit debris debt december decent
    decision deck decline decorate decrease dedicate deed deep deer defeat defect defects defence
    defend define definite definition degree delay delete delhi delicate delicious delight deliver
    demand dementia democracy denmark density dentist deny depart department depend depletion
    deposit depression depth derby derive describe desert deserve design desk despair desperate
    despite dessert destiny destroy detail detect detective determine develop developmental device
    devil diabetes diabetic diagonal diagram dial dialect diamond diana diarrhoea diary diazepam
    dice dictator dictionary die diet dietitian differ difficult dig digest digital dignity dim dine
    dinner dinosaur dip diploma direct director dirt dirty disagree disappear disappoint disaster
    disc discount discover discuss disease disguise dish dismal dismiss display dispute distance
    district disturb ditch dive divide divorce dizzy dock document dog doll dollar dolphin dominant
    donald donate donkey donor door doorbell doorstep dose dot double doubt dough dove dover
    downstairs downtown dozen draft drag dragon drain drama drank drastic draw drawer drawing drawn
    dread dream dreamt dress dresser drew dried drift drill drink drive driven driver drizzle drop
    drove drown drug drum drunk dry dublin duck due dug dull dumb dump dundee durham during dust
    dutch duty dye eager eagle ear earn earring earthquake ease east eastern easy eat eaten echo
    economy eczema edge edible edinburgh edit edition editor education edward effect efficient
    effort egg egypt either eject elastic elbow elder elderly elect election electric electrician
    electricity elegant elephant eleven elizabeth email embarrass embrace embryo emerald emerge
    emergency emily emma emotion empire employ employer empty encourage ending endless endure enemy
    engine engineer england english enjoy enormous enquiry ensure enter enterprise entertain
    enthusiasm entire entrance entry envelope environment envy enzyme epilepsy episode equal equip
    era errand error escalator escape especially essay essence establish estate eternal euro europe
    european evaluate eve even evening event ever everyday evidence evil evolve exact exaggerate
    exam examine example exceed excellent except excess exchange excite exclude excuse exercise
    exeter exhaust exhibition exist exit exotic expand expect expensive experience experiment expert
    expire explode explore explosion export expose express extend extent external extra extract
    extreme eye eyebrow eyelash eyelid fable fabric face facebook facility fact factor factory
    factual fade fail faint fair fairy faith fake fall fallen false fame familiar famous fan
    fantastic far fare farm farmer fashion fast fasten fat fatal fate fault favour favourite fear
    fearless feast feather feature february fed federal fee feed feet fell fellow female fence fern
    ferry fertile festival fetch fever fibrosis fiction fiddle field fierce fifteen fifth fifty fig
    fight figure file fill film filter final finding finer finger fingernail finland fire fireman
    fireplace firework firm fish fisherman fist fit fix fizz flag flame flash flask flat flavour
    flaw flea fled fleet flesh flew flexible flick flight flint flip float flock flood floor florida
    flour flow flower flown flu fluent flung flush flute fly foam focus foetus fog foggy foil fold
    follow food fool foot football footpath footwear forbid force forecast foreign forest forever
    forgave forgive forgiven forgot forgotten fork form formal fort fortnight fortune forty forward
    fossil fought foul foundation fountain fourteen fourth fox fraction fracture fragile frame
    france franchise frank frantic fraud freckle free freedom freeze freezer french frequent fresh
    friday fridge friendship frighten fringe frog front frost frosty frown froze frozen fruit fry
    fuel fun function fund fundamental funeral fungal fungus fur furniture further fury fuss futile
    future gain galaxy gallery gallon gallop gallstones gamble game gamma gang gangrene gap garage
    garbage garden gardener garlic gas gasoline gasp gate gather gay gaze gear geese gem gene
    general generation generous genetic genius gentle gentleman genuine geography george germ german
    germany gesture ghost giant gift giggle gin ginger giraffe girl glad glance glare glasgow glass
    glaucoma glide glimpse globe gloomy glorious glove glow glue goal goalkeeper goat god goggles
    gold golden goldfish golf goodbye goods google goose gorgeous gossip gout govern government grab
    grace graceful grade gradual graduate graham grain grammar grand grandchild grandfather
    grandmother grandparent grant grape grapefruit graph grasp grass grasshopper grateful grave
    gravel gravity gravy graze grease greasy great greece greed greedy green greet grew grey grief
    grill grin grind grip grocery groin ground group grow grown growth grumpy guarantee guard
    guardian guess guest guide guild guilt guitar gum gums gun gut gym gypsy habit haemophilia hair
    haircut hairdresser halfway hall halo halt halves ham hamburger hammer hammock hamster hand
    handbag handful handle handsome handwriting handy hang hanging hangover hannah happy harbour
    hard hardly hardware hare harm harmony harp harry harsh harvest haste hat hatch hate haul hawk
    hay hazard hazel head headline headphone heal health healthy heap heart heat heater heaven heavy
    hectic hedge heel height heir held helen helicopter helium hell helmet help helpful hemp hen
    henry heparin hepatitis herb herd hernia hero heroic hesitate hiccup hid hidden hide highway
    hiking hill hinge hint hip hire historic history hit hitch hobbies hobby hockey hoist holder
    hole holiday hollow holy home homeless homesick homework honest honey hood hoof hook hop horizon
    hormone horn horrible horror horse host hostage hosted hostel hostile hotel house household
    hovercraft howl hug huge hull hum human humble humid humour hundred hung hungry hunt hunter
    hurdle hurricane hurry hurt hut hygiene hypertension hypotension ian ibuprofen ice iceberg
    iceland icing idea ideal identify identity idle ignore ill illegal illness image imagine
    immediate impact import impossible impress improve inbox inch include income increase indeed
    independent index india indian individual indoor industry infant inflation influenza inform
    information infusion ingredient inherit inherited initial injection injure ink inner innocent
    inquire insect inside inspect inspire instagram install instance instant instead instruct
    instrument insulin insult insurance insure intelligent intend interest interior international
    internet interrupt interstitial interview intestinal introduce invent invest investigate
    invitation invite iran iraq ireland irish iron irritate island israel issue istanbul italian
    italy itch itching item ivory ivy jab jack jacket jacob jail jam jamaica james jan jane janet
    january japan jar jason jaundice jaw jazz jealous jean jeans jeep jelly jennifer jessica jet
    jewel jigsaw jim joan job joe jog john join joint joke jolly jonathan joseph joshua journalist
    journey joy judge judith juice julia julie july jump jumper june jungle junior jury justice
    kangaroo karaoke karate karen kate katie keen keith kelly kennel kenneth kent kenya kettle kevin
    key keyboard kick kid kidnap kidney kill kilo kilometre king kiss kit kitchen kite knee knelt
    knife knight knit knitting knives knock knot knowledge knuckle label laboratory lace lack lad
    ladder ladies ladybird lagos lahore laid lake lamb lamp lancashire land landlord lane language
    lap laptop large larger lark laryngitis lasagne laser lash latch late latest latter laugh launch
    laundry laura law lawn lawnmower lawyer lay layer lazy lead leader leaf leaflet league leak lean
    leant leap leapt learn learner lease leash leather lecture led leeds leek leg legal legend lego
    leicester leisure lemon lemonade lend length lens lent leopard leprosy lesson letter level lewis
    liar library lice licence lick lid lie life lifetime lift light lighter lightning lily limb lime
    limit limp linda line link lion lip lipstick liquid lisa lisbon list listen lit literature litre
    litter lively liver liverpool lives living load loaf loan loaves lobby lobster local lock lodge
    loft log london lonely loop loose lord lorry lose loser loss lost lottery loud louise lounge
    love lower loyal luck lucy luggage luke lullaby lump lunch lupus lushes luton luxury lying lyric
    machine machinery mad madrid magazine magic magnet maid mail mailbox maker malaria male malta
    manage manager manchester mango manner map marathon marble march margaret margin maria marine
    mark market marmalade marriage married marry martin mary mask mass massive master mat match mate
    material mathematics maths matter matthew mature maximum mayor meal meanwhile measles measure
    meat mechanic medal media medicine medium meet meeting megan melon melt member memory men mend
    menopause mental menu mercy merit mermaid mess message met metal metformin method mexico mice
    michael microphone microsoft microwave midday middle midnight midwife migraine milan mild mile
    military milk mill million millionaire mince mind minimum minister minor minority minus miracle
    mirror miscarriage miserable miss missile mission mist mistake mistaken mix mixed mixture mobile
    mode model modern mohammed mole moment monday money monkey monster monthly mood moon moral
    morphine mortgage moscow mosquito moth motor motorbike motorist motorway mountain mouse mouth
    movement movie mown mud muffin mug muhammad multiply mumbai mumps murder muscle museum mushroom
    music musical musician mustard mute mystery nail naked name nancy nap naples narrow nasty nation
    national natural nature naughty navel navy near nearby neat necessary neck necklace needle
    neglect negotiate neighbour neither nephew nerve nervous nest net netflix netherlands network
    neuropathies neuropathy neutral never nevertheless newcastle news newspaper nicer nick nicola
    nicotine niece nigeria nightmare nike nineteen ninety nipple noble nod noise none noodle noon
    nor north northern norway norwich nose nostril not note notice notion nottingham noun novel
    november nowadays nuclear nuisance numerous nursery nut oak oar oat obesity obey object obvious
    occasion occupy occur ocean october odd odour offence offer office official oil olive oliver
    olivia olympic omelette onion online open opera operate opinion opponent opportunity oppose
    opposite optician option oral orange orbit orchard orchestra orchid order ordinary organ
    organise origin original ornament orphan ostrich ourselves outdoor outer outfit outing outline
    output outside oval ovaries ovary oven overall overcame overnight oversea overtime owe owl owner
    oxford oxygen oyster pace pack packet pad page paid pain paint painter pair pakistan palace pale
    paler pamela pan pancake pancreas panda panel panic pants paper paracetamol parachute parade
    parasite parcel pardon parent paris park parking parkinson parliament parrot parsley particular
    party pass passenger passion passport password past pasta paste pastry patch patent path
    patience patricia patrick pattern paul pause pavement paw pay payment pea peace peaceful peach
    peacock peak peanut pear pearl pedal peel pen penalty pencil penguin penicillin penis penny
    pension pepper percent perfect performance perfume period periods permanent permit persist
    personal persuade peru pet peter petrol pharmacist pharmacy phase philip philosophy phone photo
    photograph photographer phrase physics physio physiotherapist physiotherapy pianist piano pick
    picnic picture pie pig pigeon pile pill pillow pilot pin pine pineapple pink pint pipe pirate
    pitch pity pizza placenta plan planet planner plant plaster plastic plate platform play player
    playground pleasant pleasure plenty plot plug plum plumber plural plus pneumonia pocket poem
    poet poetry poison poland pole police polio polish polite politician politics pollute pond pony
    pool poor pop pope poppy popular population porch pork porridge port portion portrait portugal
    pose position positive possess post postcode poster postman posture pot potato pottery poultry
    pound pour poverty powder power practical practice practise praise pray prayer precious precise
    predict prefer pregnancy pregnant preparation prepare presence present president press pressure
    preston pretend pretty prevent previous prey price pride priest primary prime primitive prince
    princess principal principle print prison privacy private privilege prize probable problem
    procedure proceed process procession produce product profession professor profile profit program
    programme progress project promise promote prompt pronounce proof property propose prosper
    prostate protect protein protest proud prove proved provide psoriasis psychiatrist psychologist
    pub public publish pudding puddle pull pullover pump pumpkin punch punish pupil puppet puppy
    purchase pure purine purple purse pursue push puzzle pyjamas pyramid quality quarrel quarter
    queen quest question queue quick quiet quilt quit quiz quote rabbit rabies race rachel racket
    radiator radio raft rage raid rail railway rain rainbow rainy raise raisin rake ram ramp ran
    ranch random rang range rank rap rapid rare rarely rash raspberry rat rate rather ratio raw
    razor reach react reader reading ready real realise reality rear rebecca rebel rebuild recall
    receipt receive recent reception recessive recipe recognise recommend record recover recruit
    recycle red reduce reef reel refer reference reflect refresh refrigerator refugee refund refuse
    regard region register regret regular regulation regulator rehearse reign reindeer reject relate
    relation relative relax relevant relief religion religious reluctant rely remain remark
    remarkable remind remote remove renew rent repair repeat replace reply represent republic
    reputation request require rescue reserve resident resign resist resort resource respect respond
    responsible rest restaurant result retail retire return reveal reverse review revise revolution
    reward rhubarb rhyme rhythm rib ribbon ribs rice rich richard rickets rid ridden ride rider
    rifle ring ripe riper rise risen rising risk rival river road roast rob robber robert robin
    robot rock rocket rode roger role roll roller romantic rome roof rook room root rope rose rotten
    rough round route routine row royal rub rubber rubbish rubella rude ruder rug rugby ruin rule
    ruler run rung runner rural rush russia russian rust ryan sack sacred sacrifice sad saddle safe
    safer safety sail sailor saint sake salad salary sale sally salt sam samantha samsung sand
    sandal sandra sandwich sang sank sarah sat satellite satisfy saturday sauce saucer sausage save
    sawn saxophone saying scabies scale scar scarce scare scarf scarves scary scene schedule scholar
    school science scientist scissors sclerosis scooter score scotland scott scottish scout scramble
    scrap scratch scream screen screw script scrub sculpture scurvy sea seafood seagull seal search
    seaside season seat secret secretary section sector secure security seed seek select selection
    selfish sell selves senior sense sensible sentence separate sepsis september series serious
    servant serve server service session settle severe sew sewn sex shade shadow shake shaken
    shallow shame shampoo shape share shark sharon sharp shave shed sheep sheer sheet sheffield
    shelf shell shelter shelves sheriff shield shift shine shingles ship shirt shiver shock shoe
    shone shook shoot shop shopper shopping shore shortage shorts shot shoulder shout shovel shower
    shrank shrink shrub shrug shrunk shut shy sick sickle sigh sight sign signal signature silence
    silk silly silver simon simple simpler sincere sing singapore single sink sinus sinuses sir site
    situation sixteen sixth sixty size skate skeleton ski skill skin skip skirt skull sky skyscraper
    slain slap slave sled sleep sleeve slept slice slid slide slight slim slipper slit slope slow
    slum smart smash smell smile smoke smooth snack snail snake sneak sneeze snooker snore snow
    snowman soap sob soccer social society sock soda sofa soft software soil solar sold soldier
    solicitor solid solution solve somehow song sophie sore sorry sought soul sound soup source
    sourdough south southampton southern sown space spaceship spaghetti spain spanish spare spark
    sparse spat speaker special species speech speed speeds spell spelling spelt spend spent sperm
    sphere spice spider spike spill spilt spin spine spirit spit split spoil spoilt spoke spoken
    sponge sponsor spoon sport spot spotify sprain sprang spray spread spreadsheet spring sprint
    sprout spun spy squad square squash squeeze squint squirrel stable stadium staff stage stain
    stair stake stale stall stamina stammer stamp standard stapler star stare starve state statement
    station statue status stayed steady steak steal steam steel steep steer stem step stephen
    stepmother stereo stern stethoscope steven stew stick stiff sting stink stir stitch stock stole
    stolen stomach stone stood stool stop storage store storey storm story stove straight strange
    stranger strap strategy straw strawberry stream street strength stress stretch strict strike
    string strip stripe strode stroke stroll strong struck structure struggle strung stuart stubborn
    stuck student studio stuff stumble stung stupid style subject submarine substance suburb succeed
    success suck sudden sue suffer sugar suggest suit suitable suitcase sum summer sun sunday
    sunflower sung sunk sunny sunrise sunset sunshine super superb supermarket supper supply suppose
    surf surface surfboard surgeon surprise surround survey survive susan suspect swallow swam swan
    swansea swap swarm swear sweat sweater sweden sweep sweet swelled swept swift swim swimmer swing
    switch switzerland swollen sword swore sworn swum swung sydney syllable symbol sympathy syndrome
    syringe syrup system table tablet tackle tact tail tailor taker tale talent tall tambourine tame
    tan tank tap tape tar target tart task taste taught tax taxi taxpayer tea teach teacher team
    tear technical technique technology teddy teenager teeth telephone telescope television temper
    temple tempt tend tender tennis tent term terrace terrible terrific terrify territory terror
    tesco testes testicle tetanus texas text textbook thank theatre theme theory therefore
    thermometer thick thicken thief thieves thigh thin thirst thirteen thirty thomas thorn though
    thousand thread threat threw thrill thriller throat thrombosis throne throughout throw thrown
    thumb thunder thursday thus thyroid tick ticket tickle tide tidy tie tiger tight tile till tilt
    tim timber tin tinnitus tiny tip tiptoe tired tissue title toad toast tobacco toddler toe
    toenail together toilet tokyo tolerate tom tomato ton tone tongue tonsil tonsillitis tony tool
    tooth toothbrush top topic torch tore torn tornado toronto tortoise toss total touch touchscreen
    tough tour tourism tourist tournament toward towards towel tower town toy trace track tractor
    trade trader tradition traffic trail train tram tramadol trampoline transfusion translate
    transplant transport trap travel traveller tray tread treadmill treasure treat treatment treaty
    tree tremble trend trial triangle tribe tribute trick trigger trim trip trombone troop trophy
    tropical trouble trousers trout truck truly trumpet trunk trust truth tsunami tub tube
    tuberculosis tuesday tug tuition tulip tummy tuna tune tunnel turbine turkey turnip tutor tweet
    twelve twenty twin twist twitter typewriter typhoid tyre uber ugly ukraine ulcer ultrasound
    umbrella unable uncover underground underneath understood underwear undo undone unicorn uniform
    union unique unit universe university unless unlock upheld upon upper upset upstairs upwards
    urban urge urgent usa useful useless user usual uterus utter vacancy vacation vaccinated
    vaccination vaccine vacuum vagina vague vain valentine valid valley valuable value vampire van
    vanilla vanish variety various vase vast vegan vegetable vehicle veil venice venue verb verdict
    verse version vertical vessel vet via victim victoria victory video vienna view viewer villa
    village vine vinegar vineyard violence violet violin violinist virtual virus visa visible vision
    visit vital vitamin vivid vocabulary vodka voice volcano volleyball voltage volume volunteer
    vote voter vowel voyage wage wagon waist waiter waitress wake wales walk walker wall wallet
    wallpaper walmart walnut wander war ward wardrobe warehouse warfarin warm warmth warn warrior
    warsaw wart warts wash washing washington wasp waste waterfall wave weak wealth weapon wear
    weather web website wedding wedge wednesday weed weekend weigh weight weird welcome welsh wept
    west wet whale whatever whatsapp wheat wheel wheelbarrow wheelchair wherever whip whiplash
    whisper whistle white whoever wicked wide wider widow width wifi wild william willing win wind
    windmill window windy wine wing wink winner winter wipe wire wisdom wise wish witch within
    without witness wives wizard woke woken wolf wolves women won wood wooden wool word wore
    workshop world worm worn worry worth wound woven wrap wreck wrestle wrist write writer written
    wrote wrung xray yacht yard yawn yeah yell yellow yes yoga yoghurt yolk york yorkshire youth
    youtube zebra zero zip zone zoo zoology zoom zoster
    """
}
