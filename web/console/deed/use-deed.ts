import { useEffect, useRef, useState } from 'react'
import { type ProblemCode, ShimingProblem } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Check, Refused } from '../../shared/controls/form.ts'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { valuesIn } from '../controls/checks.tsx'
import { controlTexts } from '../controls/texts.ts'
import type { Deed, DeedAsk, Given } from './deed.ts'
import { draftKey, draftOf, dropDraft, keepDraft } from './draft.ts'
import { refusedWithCode, useStepUp } from './use-step-up.ts'

/** Before the names of the fields of a deed, for their ids. */
const PREFIX = 'deed-'

/** The status with which the service refuses what is not so any more. */
const CONFLICT = 409

type Fields = Record<string, string>

const needed =
  (missing: string): Check<Fields, string> =>
  (typed) =>
    typed.trim() === '' ? missing : undefined

/** What was refused, at the field that the deed blames for it. */
const blamed = (
  error: unknown,
  language: Language,
  { blames = {}, tells }: Pick<Deed<never>, 'blames' | 'tells'>,
): Refused | undefined => {
  const said = refusedWithCode(error, language)
  const problem = error instanceof ShimingProblem ? error : undefined
  const more = problem && tells?.(problem)
  const refused = said && more !== undefined ? { ...said, text: `${said.text} ${more}` } : said
  const name = problem && blames[problem.code as ProblemCode]
  return refused && name !== undefined
    ? { ...refused, errors: [{ pointer: `/${name}`, detail: refused.text }] }
    : refused
}

/** Hands what is ticked to those who keep it, and answers it by name: the draft need not. */
const keptElsewhere = (asks: readonly DeedAsk[], typed: Fields): Fields =>
  Object.fromEntries(
    asks.flatMap((ask) => {
      if (ask.is !== 'checks' || !ask.keep) return []
      const ticked = typed[ask.name] ?? ''
      ask.keep(ticked)
      return [[ask.name, ticked]]
    }),
  )

/** What a field must be to be sent. */
const checkOf = ({ missing, ...ask }: DeedAsk): Check<Fields, string> | undefined => {
  if (missing === undefined) return undefined
  if (ask.is !== 'checks' || !ask.all) return needed(missing)
  return (typed, fields) => {
    const done = [...valuesIn(typed), ...(ask.without?.(fields) ?? [])]
    return ask.options.every(({ value }) => done.includes(value)) ? undefined : missing
  }
}

export const given = (fields: Fields): Given => {
  const {
    reason = '',
    code: _code,
    ...asked
  } = Object.fromEntries(Object.entries(fields).map(([name, typed]) => [name, typed.trim()]))
  return { ...asked, reason }
}

/**
 * The form of a deed, with what was typed for it before and not sent. `isUnsure`: the service wants to be sure who is here, so that a code is asked for besides, and the deed goes on
 * with it. `isStale`: it refused because something is another by now than was shown.
 */
export const useDeed = <T>(deed: Deed<T>, onDone: (answer: T) => void) => {
  const language = useLanguage()
  const texts = useTexts(controlTexts)
  const { isUnsure, check, goOn } = useStepUp(PREFIX)
  const { asks = [] } = deed
  const stale = useRef(false)
  const [key] = useState(() => draftKey(deed))
  const [empty] = useState(
    (): Fields => ({
      ...Object.fromEntries(asks.map(({ name, first }) => [name, first])),
      ...{ reason: deed.firstReason ?? '', code: '' },
    }),
  )
  const isDone = useRef(false)
  const form = useForm<Fields>(
    { ...empty, ...draftOf(key) },
    {
      prefix: PREFIX,
      checks: {
        ...Object.fromEntries(asks.map((ask) => [ask.name, checkOf(ask)])),
        ...(!deed.withoutReason && { reason: needed(texts.reasonMissing) }),
        code: check,
      },
      send: async (fields) => {
        try {
          await goOn({
            code: fields.code ?? '',
            clear: () => form.set('code', ''),
            run: async () => {
              const answer = await deed.send(given(fields))
              isDone.current = true
              dropDraft(key)
              onDone(answer)
            },
          })
        } catch (error) {
          stale.current ||= error instanceof ShimingProblem && error.status === CONFLICT
          return blamed(error, language, deed)
        }
      },
    },
  )
  const latest = useRef({ typed: form.values, asks })
  latest.current = { typed: form.values, asks }
  useEffect(
    () => () => {
      if (isDone.current) return
      const { typed, asks } = latest.current
      const elsewhere = keptElsewhere(asks, typed)
      keepDraft(key, typed, { ...empty, ...elsewhere })
    },
    [key, empty],
  )
  const first = asks[0]?.name ?? 'reason'
  useEffect(() => document.getElementById(`${PREFIX}${first}`)?.focus(), [first])
  return { form, isUnsure, isStale: (): boolean => stale.current }
}
