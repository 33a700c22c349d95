import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../../shared/controls/button.tsx'
import { Banner, Status } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { mine } from '../../../shared/service.ts'
import { failureText, isProblem } from '../../../shared/state/failure.ts'
import { Consent } from '../../consent/consent.tsx'
import { noticeName } from '../../consent/notice.ts'
import { consentTexts } from '../../consent/texts.ts'
import { KindField } from '../../pictures/kind-field.tsx'
import { pictureWrong } from '../../pictures/texts.ts'
import { usePictures } from '../../pictures/use-pictures.ts'
import type { ApplicantTerms } from './applicant-terms.ts'
import { licenceTexts } from './licence-texts.ts'

type Read = Answer<'POST /v1/licences/readings'>

/** What stands on a licence and is typed here. */
type LicenceTyped = { creditCode: string; companyName: string; legalRepresentative: string }
type LicenceField = keyof LicenceTyped

const LICENCE = 'business_licence'
const fields = ['creditCode', 'companyName', 'legalRepresentative'] as const

type LicencePartProps = {
  terms: ApplicantTerms
  typed: LicenceTyped
  /** Takes over what stands on the photo. */
  fill: (field: LicenceField, text: string) => void
}

/** What was typed and stands otherwise on the photo, told before anything costs something; the photo's may be taken over. */
const Unlike = ({ of, typed, fill }: { of: Read } & Pick<LicencePartProps, 'typed' | 'fill'>) => {
  const texts = useTexts(licenceTexts)
  const differing = fields.filter((field) => of.unlike.includes(field) && of.licence[field] !== typed[field])
  if (differing.length === 0) return <Banner tone="good">{texts.alike}</Banner>
  return (
    <Banner tone="warn">
      <p>{texts.unlike}</p>
      <ul className="list">
        {differing.map((field) => (
          <li key={field} className="tight">
            <p>{texts.onPhoto(texts[field], of.licence[field] ?? '')}</p>
            <Button onPress={() => fill(field, of.licence[field] ?? '')}>
              {texts.take} <span className="only-heard">{texts[field]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** W2 has a machine read the licence off a photo, with a consent of its own: what is empty is filled in, and what was typed otherwise is told. */
export const LicencePart = ({ terms, typed, fill }: LicencePartProps) => {
  const language = useLanguage()
  const texts = useTexts(licenceTexts)
  const consent = useTexts(consentTexts)
  const pictures = usePictures([LICENCE], {})
  const [agreedTo, setAgreedTo] = useState('')
  const [wrong, setWrong] = useState<{ picture?: string | undefined; consent?: string | undefined }>({})
  const [read, setRead] = useState<Read>()
  const [failed, setFailed] = useState('')
  const agreed = agreedTo === noticeName(terms.consent)
  const look = async (): Promise<void> => {
    const { state } = pictures[LICENCE].shown.get()
    const picture = pictureWrong(LICENCE, state, { isNeeded: true, language })
    setWrong({ picture, consent: agreed ? undefined : consent.missing })
    setFailed('')
    setRead(undefined)
    if (picture !== undefined || !agreed || state.is !== 'stored') return
    const { creditCode, companyName, legalRepresentative } = typed
    const given = {
      ...(creditCode.trim() && { creditCode }),
      ...(companyName.trim() && { companyName }),
      ...(legalRepresentative.trim() && { legalRepresentative }),
    }
    try {
      const body = {
        material: state.id,
        typed: given,
        consent: { notice: terms.consent.version, agreed: true } as const,
      }
      const seen = await mine().applicants.readLicence(body)
      setRead(seen)
      for (const field of fields) if (typed[field].trim() === '') fill(field, seen.licence[field] ?? '')
    } catch (error) {
      setFailed(isProblem(error, 'consent_outdated') ? consent.newer : failureText(error, language))
    }
  }
  return (
    <details>
      <summary className="button">{texts.offer}</summary>
      <div className="stack-wide">
        <p className="quiet">{texts.more}</p>
        <KindField
          kind={LICENCE}
          id="licence"
          picture={pictures[LICENCE]}
          isNeeded={false}
          error={wrong.picture}
          onDeed={() => setWrong({})}
        />
        <Consent
          heading="h3"
          points={[texts.point]}
          notice={terms.consent}
          id="agreed-licence"
          agreedTo={agreedTo}
          onAgree={setAgreedTo}
          error={agreed ? undefined : wrong.consent}
        />
        <Button wide onPress={look}>
          {texts.look}
        </Button>
        <Status>
          {failed !== '' && <Banner tone="warn">{failed}</Banner>}
          {read && (
            <>
              <Unlike of={read} typed={typed} fill={fill} />
              {read.doubts.map((doubt) => (
                <p key={doubt}>{texts[doubt]}</p>
              ))}
            </>
          )}
        </Status>
      </div>
    </details>
  )
}
