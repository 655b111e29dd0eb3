/// Common English words, which are spelt right even where no passage holds them.
///
/// Without them "cost" would be read as "cast", and a question about something else as one about
/// the corpus's subject. Chosen for being common and one slip away from other common words; a word
/// of the corpus needs no place here.
package enum EverydayWords {
  package static func contains(_ word: String) -> Bool { set.contains(word[...]) }

  private static let set = Set(list.split(whereSeparator: \.isWhitespace))

  private static let list = """
    able above accept access account across actor address adult advert afford again against aged
    agree ahead allow alone along alter angel anger angle apart appear apple apply argue arrive
    artist aside attend aunt avoid award away baby back baker ball band bank barber bare bargain
    base basic basket bath battle beach beam bean bear beard beat beer begin behind belief bell
    belong below belt bench bend beside bike bill bird birth bite bitter black blade blame blank
    blanket bless blind block bloom blow blue board boat boil bold bond book boot border bore borrow
    boss both bottle bound bowl brand brave bread brick bride bridge brief bright broad brown brush
    bubble bucket budget build bull bunch burn bury busy butter button cabin cable cake calm camel
    camera camp candle card career cargo carpet carrot cart cash castle casual cat cattle cave
    ceiling cellar chain chair chalk chance chapel charge charm chart chase cheap cheat cheese
    cherry chess chest chicken chief chips choir chop church circle city claim class clay clean
    clerk clever client cliff climb clock close cloth cloud club coach coal coast coat code coffee
    coin cold college comb comedy comic concert convert cook cool copper copy corn corner correct
    cost cottage cotton couch count couple course court cousin cover cow cream credit crew crime
    crisis crop cross crowd crown cruel cruise cry cupboard cure curl custom cycle dairy damp dance
    danger dark date dawn deaf deal dear debate debt decide deck deer defend degree delay deliver
    demand dentist deny depart desert design desk dessert dinner dirt dirty dish divide dog donkey
    door double doubt dough dozen draft drag drama draw drawer dream dress drill driver drop drum
    duck dull dumb dust duty eager earn earth east easy edge edit editor effort eight elbow elder
    elect email empire empty enemy engine enjoy enter entry equal error estate even event evil exact
    exam excuse exist exit expect extra fabric fact factor fade fail fair faith fame famous fancy
    farm farmer fashion fate fault feast feather fence ferry festival field fierce file film filter
    final fine finger finish fire firm fish fist flag flame flash flat flavour fleet flesh float
    flock flood floor flour flow flower flute foam fold folk fool football force forest fork form
    formal fort forty found fox frame free freeze fresh fridge friend frog front frost fruit fuel
    full fund funny fur gain gallery game gap garage garden garlic gate gather gear gentle ghost
    giant gift glad glass globe glove glue goal goat gold golf grade grain grand grape grass grave
    great greed green greet grey grill grip ground group guard guess guest guide guilt guitar gun
    habit hall hammer handle hang happen happy harbour harsh harvest hatch hate heaven hedge heel
    hello hero hill hint hire hobby hole holiday holy honest honey hook hope horn horse hotel hour
    house human humble humour hunt hurry hurt ice idea idle image inch income indoor inner insect
    inside invent invite iron island item jacket jail jam jar jeans jewel join joke journey joy
    judge juice jump junior jury kettle kick king kiss kitchen kite knife knock label lace ladder
    lady lake lamb lamp land lane large laser latch laugh lawn lawyer layer lazy leader leaf league
    learn leather leave lecture left legal lemon lend lesson letter lift light lime limit line link
    lion list load loan lobby local lock lodge lonely look loose lord lorry lottery loud lounge love
    loyal luck lucky lunch lyric machine mail major manage map march mark market marry mask master
    match mate maths matter mayor meal meat medal medium melon member mend menu mercy merit metal
    middle mile milk mill mine minor mirror miss mist mixed model modern money monkey month mood
    moon moral motor mountain mouse move movie museum music nail name narrow nation nature navy neat
    needle nephew nest never news nice niece noble noise north note novel number ocean offer office
    onion open opera orange orbit order other oven over owner pack page paint pair palace pale panel
    paper parcel pardon parent park parrot part party pass password past paste path pause peace
    peach pear pearl pencil pepper perfect permit phone photo phrase piano pick picnic picture piece
    pile pill pillow pilot pine pink pipe pitch pizza place plain plan planet plant plate play
    player plenty plot plug pocket poem poet poetry police polish polite pool poor pope port pose
    post postman pot potato pound powder praise pray prefer press pretty price pride priest prime
    prince print prison private prize profit proof proper protein proud prove public pull pump punch
    pupil purple purse push quality quarter queen quick quiet quit quote rabbit race racket radio
    rail railway rain raise ramp ranch random rank rapid rare rather raw reach react ready real rear
    rebel recent recipe record refund refuse region reject relax rely remain remote rent repair
    repeat reply rescue resort retail retire return reveal review reward rhyme rice rich ride rifle
    right ring river road roast rob robot rock roll roof room root rope rose rough round route
    routine row royal rubber rubbish rude rug ruin rule ruler rush sad saddle sail salad salary sale
    salt sand sauce sausage save scale scene school science score scout scream screw script seal
    search season seat second secret sector seed seek seem seems select sell senior sense serve
    seven shade shadow shallow shame shape share shark sharp sheep sheet shelf shell shelter shift
    shine ship shirt shock shoe shoot shop shore shot shout show shower shrub shut shy silk silly
    silver simple sing single sister site six skate ski skill skirt sky slave slice slide slim slope
    smart smash smell smile smoke smooth snack snake snow soap soccer sock soft soil solar soldier
    solve song sorry sort soul sound soup south space spare spark speed spell spend spice spider
    spill spin spirit spoil spoon sport spot spray spring square squash staff stage stair stamp star
    stare start state station statue stay steak steal steam steel steep steer step stereo stick stir
    stock stone stool store storm story stove straight strange straw stream street stress string
    strip student studio stuff stupid style suburb sugar suit summer sun super supper supply sure
    swap swear sweat sweet swim swing sword system table tail tailor tale tall tank tape target task
    taste tax taxi tea team tear tennis tent term thank theatre theme thick thief thin thing third
    thirty thorn threat throne throw thumb ticket tide tidy tie tiger tight tile timber time tiny
    tired title toast today toe tomato tomorrow tone tonight tool topic torch total touch tough tour
    towel tower town toy trace track trade traffic trail train tram trap travel tray treasure tree
    trend trial tribe trick trip trophy trouble truck true trunk trust truth tunnel turkey turn
    twelve twenty twice twin type tyre ugly uncle union unique unit upper urban useful user usual
    vaccine valley value van vast vegan verb verse very video view villa village violin virus visa
    visit voice volume vote voyage wage wagon waist wait walk wall wallet war warm warn wash waste
    watch wave wealth weapon weather web wedding wedge week weekend welcome west wet whale wheat
    wheel whip whole wild win wind window wine wing winner winter wire wise wish wolf wood wool word
    work world worry worth wrap wreck wrist wrong yard year yellow yoga zero zone zoo
    """
}
