import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Consent } from '../consent/consent.tsx'
import { noticeName } from '../consent/notice.ts'
import { consentTexts } from '../consent/texts.ts'
import { KindField } from '../pictures/kind-field.tsx'
import { pictureTexts } from '../pictures/texts.ts'
import { usePictures } from '../pictures/use-pictures.ts'
import { addressTexts } from './texts.ts'

type Terms = Answer<'GET /v1/address-terms'>

type AddressFormProps = { terms: Terms; onSent: (review: string) => void }

const KIND = 'address_proof'

/** The picture, the consent of its own, and what hands both in. */
export const AddressForm = ({ terms, onSent }: AddressFormProps) => {
  const language = useLanguage()
  const texts = useTexts(addressTexts)
  const consent = useTexts(consentTexts)
  const pictures = usePictures([KIND], {})
  const [agreedTo, setAgreedTo] = useState('')
  const [wrong, setWrong] = useState<{ picture?: string; consent?: string; all?: string }>({})
  const { version } = terms.consent
  const agreed = agreedTo === noticeName(terms.consent)
  const { state } = pictures[KIND].shown.get()
  const pictureWrong = state.is === 'stored' ? undefined : 'id' in state ? texts.picturePending : texts.pictureMissing
  const send = async (): Promise<void> => {
    const found = {
      ...(pictureWrong !== undefined && { picture: pictureWrong }),
      ...(!agreed && { consent: consent.missing }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0 || state.is !== 'stored') return
    try {
      const sent = await mine().further.submitAddress({ picture: state.id, consent: { notice: version, agreed: true } })
      onSent(sent.review)
    } catch (error) {
      const all = isProblem(error, 'consent_outdated') ? consent.newer : failureText(error, language)
      setWrong({ all })
    }
  }
  return (
    <>
      <section className="card">
        <KindField
          kind={KIND}
          id={KIND}
          picture={pictures[KIND]}
          isNeeded
          error={wrong.picture}
          onDeed={() => setWrong({})}
        />
      </section>
      <p className="quiet">{pictureTexts[language].kept}</p>
      <section className="card stack">
        <Consent
          {...{ points: [], notice: terms.consent, id: 'agreed-to-further', agreedTo, onAgree: setAgreedTo }}
          error={agreed ? undefined : wrong.consent}
        />
        {wrong.all !== undefined && (
          <Banner tone="warn">
            <p role="alert">{wrong.all}</p>
          </Banner>
        )}
        <Button kind="main" wide onPress={send}>
          {texts.send}
        </Button>
      </section>
    </>
  )
}
