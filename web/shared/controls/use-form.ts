import { type FormEvent, useRef, useState } from 'react'
import { presses } from './after-press.ts'
import type { Wrong } from './error-summary.tsx'
import {
  asked,
  type Checks,
  type Form,
  formOf,
  left,
  type Refused,
  refusedBy,
  sent,
  typed,
  type Values,
} from './form.ts'

type Sending<V extends Values> = {
  checks: Checks<V>
  /** Sends it; answers why the service refused it, or nothing. */
  send: (values: V) => Promise<Refused | undefined>
  /** Which field an error is about whose name in the body is another. */
  fields?: Readonly<Record<string, keyof V>>
  /** Before the names of the fields, for their ids, where two forms may be on one page. */
  prefix?: string
}

type TextNames<V extends Values> = { [N in keyof V]: V[N] extends string ? N : never }[keyof V] & string
type BoxNames<V extends Values> = { [N in keyof V]: V[N] extends boolean ? N : never }[keyof V] & string

/**
 * A form that judges a field when it is left, everything when it is sent, and takes what the service says of its fields. It is sent
 * once at a time. What was typed lives as long as the page, in memory only.
 */
export const useForm = <V extends Values>(initial: V, { checks, send, fields, prefix = '' }: Sending<V>) => {
  const [form, setForm] = useState<Form<V>>(() => formOf(initial))
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const afterPress = presses()

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (sending.current) return
    const tried = sent(form, checks)
    setForm(tried.form)
    if (!tried.isGood) return
    sending.current = true
    setBusy(true)
    try {
      const refused = await send(tried.form.values)
      if (refused) setForm((now) => refusedBy(now, refused, fields))
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  const wrong: Wrong[] = [
    ...(form.fault === undefined ? [] : [{ text: form.fault }]),
    // In the order of the fields, whichever was judged last.
    ...Object.keys(form.values).flatMap((name) => {
      const text = form.errors[name]
      return text === undefined ? [] : [{ id: `${prefix}${name}`, text }]
    }),
  ]
  return {
    values: form.values,
    busy,
    /** For the form element. */
    submit,
    /** For the error summary. */
    summary: { wrong, attempt: form.attempt },
    set: <N extends keyof V>(name: N, value: V[N]): void => setForm((now) => typed(now, name, value, checks)),
    /** Whether a field is as it must be; says at the field what is wrong, and leads there. */
    ask: (name: keyof V & string): boolean => {
      const judged = asked(form, checks, name)
      setForm(judged.form)
      if (!judged.isGood) document.getElementById(`${prefix}${name}`)?.focus()
      return judged.isGood
    },
    /** What is wrong with a field that is no text and no box. */
    error: (name: keyof V): string | undefined => form.errors[name],
    /** For a field of text. */
    text: (name: TextNames<V>) => ({
      id: `${prefix}${name}`,
      value: form.values[name] as string,
      error: form.errors[name],
      onType: (value: string): void => setForm((now) => typed(now, name, value as V[typeof name], checks)),
      onLeave: (): void => afterPress(() => setForm((now) => left(now, checks, name))),
    }),
    /** For a box. */
    box: (name: BoxNames<V>) => ({
      id: `${prefix}${name}`,
      checked: form.values[name] as boolean,
      error: form.errors[name],
      onCheck: (checked: boolean): void => setForm((now) => typed(now, name, checked as V[typeof name], checks)),
    }),
  }
}
