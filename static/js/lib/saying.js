// Times and numbers as the reader says them: 10.30 in Indonesian, 10:30 in English.
const locale = document.documentElement.lang === "en" ? "en-GB" : "id"

export function sayTime(at, timeZone) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at)
}

export function sayNumber(number) {
  return new Intl.NumberFormat(locale).format(number)
}
