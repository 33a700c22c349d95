import { useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { controlTexts } from '../controls/texts.ts'
import { codeTyped } from '../session/code.ts'
import { stepUp } from '../session/sign-in.ts'

/**
 * For forms of what the service may want to be sure for who is here. `isUnsure`: it does, so that the form asks for a code besides;
 * `check` judges the field of that, and `goOn` does what was asked for, with the code where one is asked for. Throws what else fails.
 */
export const useStepUp = () => {
  const texts = useTexts(controlTexts)
  const [isUnsure, setUnsure] = useState(false)
  const check = (typed: string): string | undefined =>
    isUnsure && codeTyped(typed) === undefined ? texts.codeWrong : undefined
  const goOn = async (code: string, run: () => Promise<void>): Promise<void> => {
    try {
      if (isUnsure) await stepUp(codeTyped(code) ?? '')
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
