import { useEffect, useState } from 'react'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Refused } from '../../shared/controls/form.ts'
import { useTexts } from '../../shared/language.ts'
import { isProblem, refusedIn } from '../../shared/state/failure.ts'
import { controlTexts } from '../controls/texts.ts'
import { codeTyped } from '../session/code.ts'
import { stepUp } from '../session/sign-in.ts'

/** Why the service refused a form that may ask for a code: a wrong one is said at its field. */
export const refusedWithCode = (error: unknown, language: Language): Refused | undefined => {
  const refused = refusedIn(error, language)
  if (!refused || !isProblem(error, 'credentials_wrong')) return refused
  const text = controlTexts[language].codeRefused
  return { text, errors: [{ pointer: '/code', detail: text }] }
}

/** What is done once it is sure who is here; `clear` empties the field of the code. */
type GoingOn = { code: string; clear: () => void; run: () => Promise<void> }

/**
 * For forms of what the service may want to be sure for who is here; their field of the code has the id `<prefix>code`. `isUnsure`: it
 * does, so that the form asks for a code, which takes the focus; `check` judges the field of that, and `goOn` does what was asked for,
 * with the code where one is asked for. A code holds once: it leaves its field when it is sent. Throws what else fails.
 */
export const useStepUp = (prefix: string) => {
  const texts = useTexts(controlTexts)
  const [isUnsure, setUnsure] = useState(false)
  useEffect(() => {
    if (isUnsure) document.getElementById(`${prefix}code`)?.focus()
  }, [isUnsure, prefix])
  const check = (typed: string): string | undefined =>
    isUnsure && codeTyped(typed) === undefined ? texts.codeWrong : undefined
  const goOn = async ({ code, clear, run }: GoingOn): Promise<void> => {
    try {
      if (isUnsure) await stepUp(codeTyped(code) ?? '').finally(clear)
      // Another error must not ask for a code that was right.
      setUnsure(false)
      await run()
    } catch (error) {
      if (!isProblem(error, 'step_up_needed')) throw error
      setUnsure(true)
    }
  }
  return { isUnsure, check, goOn }
}
