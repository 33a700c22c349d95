import { useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Banner } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { mine } from '../../../shared/service.ts'
import { failureText, isProblem } from '../../../shared/state/failure.ts'
import { Consent } from '../../consent/consent.tsx'
import { noticeName } from '../../consent/notice.ts'
import { consentTexts } from '../../consent/texts.ts'
import type { ApplicantTerms } from './applicant-terms.ts'
import { applicantTexts } from './texts.ts'

type CheckPartProps = { id: string; terms: ApplicantTerms; read: () => Promise<void> }

/** The consent of its own, and having the organisation looked up; where no register is asked, that people look. */
export const CheckPart = ({ id, terms, read }: CheckPartProps) => {
  const language = useLanguage()
  const texts = useTexts(applicantTexts)
  const consent = useTexts(consentTexts)
  const [agreedTo, setAgreedTo] = useState('')
  const [missing, setMissing] = useState(false)
  const [failed, setFailed] = useState('')
  const agreed = agreedTo === noticeName(terms.consent)
  const check = async (): Promise<void> => {
    setMissing(!agreed)
    setFailed('')
    if (!agreed) return
    try {
      await mine().applicants.check(id, { consent: { notice: terms.consent.version, agreed: true } })
    } catch (error) {
      setFailed(isProblem(error, 'consent_outdated') ? consent.newer : failureText(error, language))
    }
    await read()
  }
  return (
    <div className="stack">
      <Consent
        heading="h3"
        points={[terms.offered ? texts.checkMore : texts.notOffered]}
        notice={terms.consent}
        id={`agreed-${id}`}
        agreedTo={agreedTo}
        onAgree={setAgreedTo}
        error={missing && !agreed ? consent.missing : undefined}
      />
      {failed !== '' && (
        <Banner tone="warn">
          <p role="alert">{failed}</p>
        </Banner>
      )}
      <Button wide onPress={check}>
        {texts.check}
      </Button>
    </div>
  )
}
