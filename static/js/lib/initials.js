/** Two letters for a name: of its first and its last word, or the first two of its only one. */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean).map((word) => [...word])
  const [first, last] = [words[0] ?? [], words.at(-1) ?? []]
  const second = words.length > 1 ? last[0].toUpperCase() : (first[1] ?? "")
  return (first[0] ?? "").toUpperCase() + second
}
