import { useState } from 'react'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { withinText } from '../papers/steps/within-text.ts'
import { AddressForm } from './address-form.tsx'
import { addressTexts } from './texts.ts'

const find = async (signal: AbortSignal) => {
  const [terms, level] = await Promise.all([mine().further.addressTerms({ signal }), mine().account.level({ signal })])
  return { terms, isVerified: level.level > 0 }
}

const VerifyFirst = () => {
  const texts = useTexts(addressTexts)
  const { verify } = useTexts(commonTexts)
  return (
    <section className="card stack">
      <h2>{texts.verifyFirst}</h2>
      <p>{texts.verifyFirstMore}</p>
      <Link to="/verify" className="button button-main button-wide">
        {verify}
      </Link>
    </section>
  )
}

const Sent = ({ review }: { review: string }) => {
  const texts = useTexts(addressTexts)
  return (
    <section className="card stack">
      <h2>{texts.sent}</h2>
      <p>{texts.sentMore}</p>
      <Link to={`/cases/${encodeURIComponent(review)}`} className="button button-main button-wide">
        {texts.toCase}
      </Link>
    </section>
  )
}

const What = ({ answerMs }: { answerMs: number }) => {
  const language = useLanguage()
  const texts = useTexts(addressTexts)
  return (
    <section className="card stack">
      <h2>{texts.what}</h2>
      <ul className="tight">
        <li>{texts.what1}</li>
        <li>{texts.what2}</li>
      </ul>
      <p>{texts.what3}</p>
      <p className="quiet">{texts.howLong(withinText(answerMs, language))}</p>
    </section>
  )
}

/** X3 has a person look at proof of an address, which nobody has to hand in. */
export const AddressPage = () => {
  const texts = useTexts(addressTexts)
  const found = useResource('address', find)
  const [review, setReview] = useState<string | undefined>()
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Status>{review !== undefined && <Sent review={review} />}</Status>
        {review === undefined && (
          <Read of={found}>
            {({ terms, isVerified }) =>
              isVerified ? (
                <div className="stack">
                  <What answerMs={terms.answerMs} />
                  <AddressForm terms={terms} onSent={setReview} />
                </div>
              ) : (
                <VerifyFirst />
              )
            }
          </Read>
        )}
        <Link to="/level" className="standing">
          {texts.toLevel}
        </Link>
      </div>
    </Page>
  )
}
