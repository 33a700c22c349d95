import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { KindField } from '../pictures/kind-field.tsx'
import { pictureTexts } from '../pictures/texts.ts'
import { usePictures } from '../pictures/use-pictures.ts'
import { NoticeDialog } from '../verify/notice-dialog.tsx'
import { addressTexts } from './texts.ts'

type Terms = Answer<'GET /v1/address-terms'>

type AddressFormProps = { terms: Terms; onSent: (review: string) => void }

const KIND = 'address_proof'

/** The picture, the consent of its own, and what hands both in. */
export const AddressForm = ({ terms, onSent }: AddressFormProps) => {
  const language = useLanguage()
  const texts = useTexts(addressTexts)
  const pictures = usePictures([KIND], {})
  const [isShown, setShown] = useState(false)
  const [agreedTo, setAgreedTo] = useState('')
  const [wrong, setWrong] = useState<{ picture?: string; consent?: string; all?: string }>({})
  const { version, title } = terms.consent
  const agreed = agreedTo === `${version} ${language}`
  const { state } = pictures[KIND].shown.get()
  const pictureWrong = state.is === 'stored' ? undefined : 'id' in state ? texts.picturePending : texts.pictureMissing
  const send = async (): Promise<void> => {
    const found = {
      ...(pictureWrong !== undefined && { picture: pictureWrong }),
      ...(!agreed && { consent: texts.agreeMissing }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0 || state.is !== 'stored') return
    try {
      const sent = await mine().further.submitAddress({ picture: state.id, consent: { notice: version, agreed: true } })
      onSent(sent.review)
    } catch (error) {
      const all = isProblem(error, 'consent_outdated') ? texts.noticeNewer : failureText(error, language)
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
        <h2>{texts.consent}</h2>
        <Button wide onPress={() => setShown(true)}>
          {texts.readNotice}
        </Button>
        <Checkbox
          id="agreed-to-further"
          label={texts.agree(title)}
          checked={agreed}
          error={agreed ? undefined : wrong.consent}
          onCheck={(checked) => setAgreedTo(checked ? `${version} ${language}` : '')}
        />
        {wrong.all !== undefined && (
          <Banner tone="warn">
            <p role="alert">{wrong.all}</p>
          </Banner>
        )}
        <Button kind="main" wide onPress={send}>
          {texts.send}
        </Button>
        {isShown && <NoticeDialog notice={terms.consent} onClose={() => setShown(false)} />}
      </section>
    </>
  )
}
