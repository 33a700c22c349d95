import { useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import type { Refused } from '../../shared/controls/form.ts'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useWarning } from '../../shared/controls/use-warning.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { type Account, mine, service } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { AskCode } from '../code/ask-code.tsx'
import { codeTexts } from '../code/texts.ts'
import { Consent } from '../consent/consent.tsx'
import { type Notice, noticeName } from '../consent/notice.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { personTexts } from '../person/texts.ts'
import type { Offers } from '../verify/checks.ts'
import type { Terms } from './card.ts'
import { cardChecks, nothingTyped, type Typed } from './card-checks.ts'
import { type Conflict, conflictIn } from './conflict-card.tsx'
import { NumberField } from './number-field.tsx'
import { cardTexts } from './texts.ts'

type AddFormProps = {
  terms: Terms
  account: Account
  /** Of ID numbers, for who is not verified. */
  rules: Offers['verification']['idNumberRules']
  /** Which way round it does not fit, where it does not. */
  onConflict: (conflict: Conflict) => void
  read: () => Promise<void>
}

/** What it says of the account by then is no longer as this page knows it. */
const CHANGED: readonly string[] = ['card_bound', 'card_check_open', 'too_many_cards', 'cards_not_offered']

/** Whose card it is: locked where the account is somebody. */
const Locked = ({ of: { name, idNumber } }: { of: Account['verification'] }) => {
  const texts = useTexts(cardTexts)
  const labels = useTexts(personTexts)
  return (
    <section className="tight">
      <h3>{texts.holder}</h3>
      <dl className="facts">
        <div>
          <dt>{labels.name}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{labels.idNumber}</dt>
          <dd className="number">{idNumber}</dd>
        </div>
      </dl>
      <p className="quiet">{texts.locked}</p>
    </section>
  )
}

/** A card of one's own is added: what it takes, the consent apart, and what stands against it. What was typed lives in memory alone. */
export const AddForm = ({ terms, account, rules, onConflict, read }: AddFormProps) => {
  const language = useLanguage()
  const texts = useTexts(cardTexts)
  const labels = useTexts(personTexts)
  const codes = useTexts(codeTexts)
  const [newer, setNewer] = useState<Notice>()
  const notice = newer ?? terms.consent
  const isKnown = account.verification.name !== null

  const refused = async (error: unknown): Promise<Refused | undefined> => {
    if (!(error instanceof ShimingProblem)) return refusedIn(error, language)
    const found = conflictIn(error.code)
    if (found) onConflict(found)
    if (found || CHANGED.includes(error.code)) await read()
    if (error.is('consent_outdated')) setNewer(await service().consentNotices.get(error.extra.notice))
    return found ? undefined : refusedIn(error, language)
  }
  const form = useForm<Typed>(nothingTyped, {
    checks: cardChecks({
      ...{ rules: isKnown ? undefined : rules, agreedTo: noticeName(notice) },
      ...{ language, now: serviceClock.now },
    }),
    fields: { 'consent/notice': 'agreedTo', 'consent/agreed': 'agreedTo' },
    send: async ({ agreedTo: _agreed, name, idNumber, phone, ...card }) => {
      try {
        const holder = isKnown ? {} : { name, idNumber }
        const consent = { notice: notice.version, agreed: true as const }
        await mine().cards.bind({ ...holder, ...card, phone: phoneDigits(phone), consent })
      } catch (error) {
        return refused(error).catch((again: unknown) => refusedIn(again, language))
      }
      await read()
      return undefined
    },
  })
  useWarning(form.values.cardNumber !== '')
  return (
    <section className="card stack">
      <h2>{texts.add}</h2>
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <section className="stack">
          <Consent
            {...{ heading: 'h3', notice, isNewer: newer !== undefined }}
            points={[texts.collects, texts.usedFor, texts.keptHow, texts.ifNot]}
            agreedTo={form.values.agreedTo}
            error={form.error('agreedTo')}
            onAgree={(agreed) => form.set('agreedTo', agreed)}
          />
        </section>
        {isKnown ? (
          <Locked of={account.verification} />
        ) : (
          <>
            <TextField {...form.text('name')} label={labels.name} hint={texts.nameHint} autoComplete="name" verbatim />
            <IdNumberField {...form.text('idNumber')} label={labels.idNumber} hint={texts.idNumberHint} />
          </>
        )}
        <NumberField {...form.text('cardNumber')} label={texts.number} hint={texts.numberHint} />
        <PhoneField {...form.text('phone')} label={texts.phone} hint={texts.phoneHint} />
        <AskCode phone={form.values.phone} ask={() => form.ask('phone')} field="smsCode" />
        <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.send}
        </Button>
        <p className="quiet">{texts.perDay(terms.checksPerDay)}</p>
      </form>
    </section>
  )
}
