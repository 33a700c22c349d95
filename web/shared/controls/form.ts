/** What a form holds: texts, and boxes that are ticked or not. */
export type Values = Record<string, string | boolean>

/** The error of a value, as a text; undefined while nothing is wrong. The whole form is there for what depends on another field. */
export type Check<V extends Values, N extends keyof V> = (value: V[N], all: V) => string | undefined
export type Checks<V extends Values> = { readonly [N in keyof V]?: Check<V, N> }

/** A form as it stands. `attempt`: how often it was tried to be sent and was not. */
export type Form<V extends Values> = {
  values: V
  errors: { readonly [N in keyof V]?: string }
  /** What is wrong with the whole. */
  fault: string | undefined
  attempt: number
}

/** An error of one field, as the service answers it: a JSON pointer into the body. */
export type Refused = { errors: readonly { pointer: string; detail: string }[]; text: string }

/** A form before anything was typed. */
export const formOf = <V extends Values>(values: V): Form<V> => ({ values, errors: {}, fault: undefined, attempt: 0 })

const judged = <V extends Values, N extends keyof V>(checks: Checks<V>, values: V, name: N): string | undefined =>
  checks[name]?.(values[name], values)

const without = <V extends Values>(errors: Form<V>['errors'], name: keyof V): Form<V>['errors'] => {
  const { [name]: _gone, ...rest } = errors
  return rest as Form<V>['errors']
}

/**
 * A field got another value: what was wrong with it is no longer said while it is corrected, nor what `checks` said of another that is right by that. What the
 * service said of others stays.
 */
export const typed = <V extends Values, N extends keyof V>(
  form: Form<V>,
  name: N,
  value: V[N],
  checks: Checks<V> = {},
): Form<V> => {
  const values = { ...form.values, [name]: value }
  const others = without(form.errors, name)
  const isRight = (other: string): boolean =>
    judged(checks, form.values, other) === others[other] && judged(checks, values, other) === undefined
  const errors = Object.fromEntries(Object.entries(others).filter(([other]) => !isRight(other))) as Form<V>['errors']
  return { ...form, values, errors }
}

/** A field was left: it is judged, unless it is still empty, which may only mean "not yet"; what was said of it stays then. */
export const left = <V extends Values>(form: Form<V>, checks: Checks<V>, name: keyof V): Form<V> => {
  if (form.values[name] === '') return form
  const error = judged(checks, form.values, name)
  const errors = without(form.errors, name)
  return { ...form, errors: error === undefined ? errors : { ...errors, [name]: error } }
}

/** One field was asked for, empty or not: it is judged before something is done with it alone. */
export const asked = <V extends Values>(
  form: Form<V>,
  checks: Checks<V>,
  name: keyof V,
): { form: Form<V>; isGood: boolean } => {
  const error = judged(checks, form.values, name)
  const errors = without(form.errors, name)
  return {
    form: { ...form, errors: error === undefined ? errors : { ...errors, [name]: error } },
    isGood: error === undefined,
  }
}

/** Whether every field is as it must be, without a word about it. */
export const isFilledIn = <V extends Values>(values: V, checks: Checks<V>): boolean =>
  Object.keys(values).every((name) => judged(checks, values, name) === undefined)

/** The form before it is sent, every field judged; one more attempt if it cannot be sent so. */
export const sent = <V extends Values>(form: Form<V>, checks: Checks<V>): { form: Form<V>; isGood: boolean } => {
  const found = Object.keys(form.values).flatMap((name) => {
    const error = judged(checks, form.values, name)
    return error === undefined ? [] : [[name, error]]
  })
  const isGood = found.length === 0
  const errors = Object.fromEntries(found) as Form<V>['errors']
  return { form: { ...form, errors, fault: undefined, attempt: form.attempt + (isGood ? 0 : 1) }, isGood }
}

/**
 * The form after the service refused it: errors of its fields at the fields, everything else said of the whole. `fields` names those
 * whose name in the body is another.
 */
export const refusedBy = <V extends Values>(
  form: Form<V>,
  { errors, text }: Refused,
  fields: Readonly<Record<string, keyof V>> = {},
): Form<V> => {
  const placed = errors.map(({ pointer, detail }) => {
    const name = pointer.replace(/^\//, '')
    return { name: fields[name] ?? name, detail }
  })
  const own = placed.filter(({ name }) => Object.keys(form.values).includes(String(name)))
  const isWhole = own.length === 0 || own.length < placed.length
  return {
    ...form,
    errors: Object.fromEntries(own.map(({ name, detail }) => [name, detail])) as Form<V>['errors'],
    fault: isWhole ? text : undefined,
    attempt: form.attempt + 1,
  }
}
