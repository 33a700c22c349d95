import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { normaliseName } from '../../../functions/person/person-name.ts'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { idNumberGroups, phoneGroups } from '../../shared/shown/digits.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { offerName } from '../money/named.ts'
import { PersonFacts } from '../person/person-facts.tsx'
import { phoneDigits } from '../person/phone-digits.ts'
import { verifyPayTexts } from '../verify-pay/texts.ts'
import { WhatGoesBack } from '../verify-pay/what-goes-back.tsx'
import type { Offers } from './checks.ts'
import type { Draft } from './draft.ts'
import type { VerifyForm } from './fill-in.tsx'
import { verifyTexts } from './texts.ts'

/** What was typed, as it will be sent: an error that is seen here costs nothing. */
const Typed = ({ values }: { values: Draft }) => {
  const texts = useTexts(verifyTexts)
  const { change } = useTexts(commonTexts)
  const name = normaliseName(values.name)
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts.yourData}</h2>
        <Link to="/verify" replace className="button">
          {change}
        </Link>
      </div>
      <dl className="facts">
        <PersonFacts
          of={{
            name: name.ok ? name.value : values.name,
            idNumber: idNumberGroups(normaliseIdNumber(values.idNumber)),
            phone: phoneGroups(phoneDigits(values.phone)),
          }}
        />
      </dl>
    </section>
  )
}

/** The second part: both offers side by side with what goes back in each outcome; sends what was typed. */
export const ChooseOffer = ({ form, offers }: { form: VerifyForm; offers: Offers }) => {
  const texts = useTexts(verifyTexts)
  const language = useLanguage()
  const names = useTexts(verifyPayTexts)
  const { verification } = offers
  const chosen = verification.offers.find(({ offer }) => offer === form.values.offer) ?? verification.offers[0]
  const more = { fee: names.feeMore, membership: names.membershipMore }
  return (
    <form className="stack below" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <Typed values={form.values} />
      <section className="card stack">
        <RadioCards
          id="offer"
          label={texts.offer}
          beside
          chosen={chosen?.offer}
          onChoose={(offer) => form.set('offer', offer)}
          error={form.error('offer')}
          options={verification.offers.map(({ offer, amountFen }) => ({
            value: offer,
            name: offerName(offer, language),
            aside: moneyText(amountFen),
            more: <span className="quiet">{more[offer]}</span>,
          }))}
        />
        <WhatGoesBack offers={verification.offers} chosen={chosen?.offer} />
        <p className="quiet">{names.backMore}</p>
      </section>
      <Button kind="main" wide submit busy={form.busy}>
        {texts.submit(moneyText(chosen?.amountFen ?? 0))}
      </Button>
      <Status>{form.busy && <p className="quiet">{texts.submitting}</p>}</Status>
      <p className="quiet">{texts.noCharge}</p>
    </form>
  )
}
