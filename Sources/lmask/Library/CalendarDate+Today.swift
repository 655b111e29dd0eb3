internal import Corpus
internal import Glibc

extension CalendarDate {
  /// The day it is here, by the machine's clock and time zone.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    let (years, months, day) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
    let number = (Int(years) + 1900) * 10_000 + (Int(months) + 1) * 100 + Int(day)
    guard let today = CalendarDate(number: number) else {
      preconditionFailure("the clock gives the day \(number)")
    }
    return today
  }
}
