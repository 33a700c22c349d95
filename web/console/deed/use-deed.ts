import { useEffect, useState } from 'react'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { isProblem, refusedIn } from '../../shared/state/failure.ts'
import { controlTexts } from '../controls/texts.ts'
import { codeTyped } from '../session/code.ts'
import { stepUp } from '../session/sign-in.ts'
import type { Deed } from './deed.ts'

/** Before the names of the fields of a deed, for their ids. */
const PREFIX = 'deed-'

/**
 * The form of a deed. `isUnsure`: the service wants to be sure who is here, so that a code is asked for besides, and the deed goes on
 * with it.
 */
export const useDeed = <T>(deed: Deed<T>, onDone: (answer: T) => void) => {
  const language = useLanguage()
  const texts = useTexts(controlTexts)
  const [isUnsure, setUnsure] = useState(false)
  const { text } = deed
  const form = useForm(
    { text: text?.first ?? '', reason: '', code: '' },
    {
      prefix: PREFIX,
      checks: {
        text: (typed) => (text && typed.trim() === '' ? text.missing : undefined),
        reason: (typed) => (typed.trim() === '' ? texts.reasonMissing : undefined),
        code: (typed) => (isUnsure && codeTyped(typed) === undefined ? texts.codeWrong : undefined),
      },
      send: async (given) => {
        try {
          if (isUnsure) await stepUp(codeTyped(given.code) ?? '')
          // Another error must not ask for a code that was right.
          setUnsure(false)
          onDone(await deed.send({ reason: given.reason.trim(), text: given.text.trim() }))
        } catch (error) {
          if (isProblem(error, 'step_up_needed')) setUnsure(true)
          else return refusedIn(error, language)
        }
      },
    },
  )
  const first = text ? 'text' : 'reason'
  useEffect(() => document.getElementById(`${PREFIX}${first}`)?.focus(), [first])
  const { set } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what it changes to counts.
  useEffect(() => {
    // A code holds once.
    set('code', '')
    if (isUnsure) document.getElementById(`${PREFIX}code`)?.focus()
  }, [isUnsure])
  return { form, isUnsure }
}
