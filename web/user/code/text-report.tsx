import { type ComponentProps, useState } from 'react'
import type { SmsReport } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { codeTexts } from './texts.ts'

type TextReportProps = { ask: () => Promise<SmsReport>; kind?: ComponentProps<typeof Button>['kind'] }

/** Says, to whoever taps because nothing came, what became of the text with the code, and what to do. */
export const TextReport = ({ ask, kind }: TextReportProps) => {
  const language = useLanguage()
  const texts = useTexts(codeTexts)
  const [told, setTold] = useState('')
  const look = async (): Promise<void> => {
    try {
      const { deliveredAt, advice } = await ask()
      const arrived =
        deliveredAt === null ? '' : texts.arrivedAt(momentText(Date.parse(deliveredAt), serviceClock.now(), language))
      setTold(arrived + advice)
    } catch (error) {
      setTold(isProblem(error, 'not_found') ? texts.codeOver : failureText(error, language))
    }
  }
  return (
    <>
      <Button wide {...(kind && { kind })} onPress={look}>
        {texts.whatBecame}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </>
  )
}
