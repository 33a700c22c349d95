import { useTexts } from '../../../shared/language.ts'
import { Consent } from '../../consent/consent.tsx'
import type { Notice } from '../../consent/notice.ts'
import { consentTexts } from '../../consent/texts.ts'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'

type PapersConsentProps = {
  form: PapersForm
  notice: Notice
  /** It has changed since it was agreed to. */
  isNewer: boolean
  isChild: boolean
}

/** The consent of its own: what becomes of data and pictures; for a child its guardian agrees. */
export const PapersConsent = ({ form, notice, isNewer, isChild }: PapersConsentProps) => {
  const texts = useTexts(papersTexts)
  const { agree } = useTexts(consentTexts)
  return (
    <section className="card stack">
      <Consent
        {...{ notice, isNewer, label: isChild ? texts.agreeForChild : agree }}
        points={[texts.consentCollects, texts.consentUsedFor, texts.consentKept, texts.consentIfNot]}
        agreedTo={form.values.agreedTo}
        error={form.error('agreedTo')}
        onAgree={(agreedTo) => form.set('agreedTo', agreedTo)}
      />
    </section>
  )
}
