import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { NoticeDialog } from '../verify/notice-dialog.tsx'
import { type Check, isOpen } from './check.ts'
import { mannerOf } from './manner.ts'
import { faceTexts } from './texts.ts'

type Terms = Answer<'GET /v1/face-terms'>

type BeginCardProps = { terms: Terms; isAgain: boolean; read: () => Promise<void> }

/** Goes on to the vendor where that is where one does it; elsewhere the page shows the way. */
const goOn = ({ page }: Check): void => {
  if (page && mannerOf(page.worksIn, navigator.userAgent) === 'jump') location.assign(page.url)
}

/** The consent of its own, and what begins. */
export const BeginCard = ({ terms, isAgain, read }: BeginCardProps) => {
  const language = useLanguage()
  const texts = useTexts(faceTexts)
  const [isShown, setShown] = useState(false)
  const [agreedTo, setAgreedTo] = useState('')
  const [missing, setMissing] = useState(false)
  const [failed, setFailed] = useState('')
  const { version, title } = terms.consent
  const agreed = agreedTo === `${version} ${language}`
  const begin = async (): Promise<void> => {
    setMissing(!agreed)
    setFailed('')
    if (!agreed) return
    try {
      const check = await mine().faceChecks.open({ consent: { notice: version, agreed: true } })
      if (isOpen(check)) goOn(check)
    } catch (error) {
      setFailed(isProblem(error, 'consent_outdated') ? texts.noticeNewer : failureText(error, language))
    }
    await read()
  }
  return (
    <section className="card stack">
      <h2>{texts.consent}</h2>
      <p>{texts.consentMore}</p>
      <Button wide onPress={() => setShown(true)}>
        {texts.readNotice}
      </Button>
      <Checkbox
        id="agreed-to-face"
        label={texts.agree(title)}
        checked={agreed}
        error={missing && !agreed ? texts.agreeMissing : undefined}
        onCheck={(checked) => setAgreedTo(checked ? `${version} ${language}` : '')}
      />
      {failed !== '' && (
        <Banner tone="warn">
          <p role="alert">{failed}</p>
        </Banner>
      )}
      <Button kind="main" wide onPress={begin}>
        {isAgain ? texts.again : texts.begin}
      </Button>
      {isShown && <NoticeDialog notice={terms.consent} onClose={() => setShown(false)} />}
    </section>
  )
}
