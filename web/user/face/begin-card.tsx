import { useId, useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Consent } from '../consent/consent.tsx'
import { noticeName } from '../consent/notice.ts'
import { consentTexts } from '../consent/texts.ts'
import { type Check, isOpen } from './check.ts'
import { mannerOf } from './manner.ts'
import { faceTexts } from './texts.ts'

type Terms = Answer<'GET /v1/face-terms'>

type BeginCardProps = {
  terms: Terms
  /** What is confirmed by it; without one it is evidence alone. */
  action?: string
  isAgain: boolean
  read: () => Promise<void>
}

/** Goes on to the vendor where that is where one does it; elsewhere the page shows the way. */
const goOn = ({ page }: Check): void => {
  if (page && mannerOf(page.worksIn, navigator.userAgent) === 'jump') location.assign(page.url)
}

/** The consent of its own, and what begins. */
export const BeginCard = ({ terms, action, isAgain, read }: BeginCardProps) => {
  const language = useLanguage()
  const texts = useTexts(faceTexts)
  const consent = useTexts(consentTexts)
  const id = useId()
  const [agreedTo, setAgreedTo] = useState('')
  const [missing, setMissing] = useState(false)
  const [failed, setFailed] = useState('')
  const { version } = terms.consent
  const agreed = agreedTo === noticeName(terms.consent)
  const begin = async (): Promise<void> => {
    setMissing(!agreed)
    setFailed('')
    if (!agreed) return
    try {
      const asked = { consent: { notice: version, agreed: true } } as const
      const check = await mine().faceChecks.open(action === undefined ? asked : { ...asked, action })
      if (isOpen(check)) goOn(check)
    } catch (error) {
      setFailed(isProblem(error, 'consent_outdated') ? consent.newer : failureText(error, language))
    }
    await read()
  }
  return (
    <section className="card stack">
      <Consent
        {...{
          points: [texts.consentMore],
          notice: terms.consent,
          // Of a page where several things are confirmed there are several.
          id,
          agreedTo,
          onAgree: setAgreedTo,
        }}
        error={missing && !agreed ? consent.missing : undefined}
      />
      {failed !== '' && (
        <Banner tone="warn">
          <p role="alert">{failed}</p>
        </Banner>
      )}
      <Button kind="main" wide onPress={begin}>
        {isAgain ? texts.again : texts.begin}
      </Button>
    </section>
  )
}
