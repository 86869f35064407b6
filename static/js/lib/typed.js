// Words that somebody is typing while their field is put in anew: they go over into the field of
// the same name, if it is still about the same thing.

const FIELDS = "input[id], textarea[id], select[id]"

/** What was changed in the fields of `root` and not `sent` yet; `putBack` puts it where it was. */
export function typedIn(root, sent) {
  const changed = [...root.querySelectorAll(FIELDS)].filter((field) => {
    return field.form !== sent && isChanged(field)
  })
  const kept = changed.map((field) => ({ id: field.id, about: aboutOf(field), value: field.value }))
  return { putBack: () => kept.forEach(putBack) }
}

function isChanged(field) {
  if (!field.options) return field.value !== field.defaultValue
  return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
}

function putBack({ id, about, value }) {
  const field = document.getElementById(id)
  if (field && aboutOf(field) === about) field.value = value
}

// The step that a form is about, where it is about one.
const aboutOf = ({ form }) => form?.elements.step?.value ?? ""
