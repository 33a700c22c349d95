import { useEffect, useRef, useState } from 'react'
import { ShimingProblem, ShimingUnreachable } from 'shiming-client'
import { isFilledIn, type Refused } from '../../shared/controls/form.ts'
import { useForm } from '../../shared/controls/use-form.ts'
import { useWarning } from '../../shared/controls/use-warning.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { type Account, mine, service } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { type Notice, noticeName } from '../consent/notice.ts'
import { WaySteps } from '../way-steps.tsx'
import { type Bar, BarPage, barIn } from './bar-page.tsx'
import { barOf, type Offers, verifyChecks } from './checks.ts'
import { ChooseOffer } from './choose-offer.tsx'
import { type Draft, draft, isBegun } from './draft.ts'
import { FillIn } from './fill-in.tsx'
import { submissionOf } from './submission.ts'
import { verifyTexts } from './texts.ts'
import { useCode } from './use-code.ts'

/** The address of each part of the page; both are one page, so that going back and forth loses nothing. */
const FORM = '/verify'
const OFFER = '/verify?step=offer'

/** These say that the account is no longer as this page knows it. */
const CHANGED: readonly string[] = ['already_verified', 'verification_open', 'verification_paused', 'banned']

type VerifyFormProps = {
  account: Account
  offers: Offers
  /** The address says that the offer is to be chosen; it is, once everything is filled in. */
  wantsOffer: boolean
  /** Reads anew how far the account is. */
  read: () => Promise<void>
  children?: React.ReactNode
}

/** Both parts of step 1 and 2 before anything exists at the service: the data, then the offer, which sends it. */
export const VerifyForm = ({ account, offers, wantsOffer, read, children }: VerifyFormProps) => {
  const language = useLanguage()
  const texts = useTexts(verifyTexts)
  const [newer, setNewer] = useState<Notice>()
  const [bar, setBar] = useState<Bar>()
  const submission = useRef(submissionOf())
  const notice = newer ?? offers.consent
  const rules = offers.verification.idNumberRules
  const judging = { rules, agreedTo: noticeName(notice), language, now: serviceClock.now }
  const checks = verifyChecks(judging)

  const refused = async (error: unknown): Promise<Refused | undefined> => {
    if (error instanceof ShimingUnreachable && error.mayHaveHappened) await read()
    if (error instanceof ShimingUnreachable) return { errors: [], text: texts.unreachable }
    if (!(error instanceof ShimingProblem)) return refusedIn(error, language)
    const found = barIn(error)
    setBar(found)
    if (CHANGED.includes(error.code)) await read()
    if (error.is('consent_outdated')) setNewer(await service().consentNotices.get(error.extra.notice))
    if (found || error.errors.length > 0) router().go(FORM, { replace: true })
    return found ? undefined : refusedIn(error, language)
  }
  const send = async (values: Draft): Promise<Refused | undefined> => {
    if (!isOffer) {
      router().go(OFFER, { replace: wantsOffer })
      return undefined
    }
    try {
      await submission.current.send(values, notice, (body, options) => mine().verifications.submit(body, options))
    } catch (error) {
      return refused(error).catch((again: unknown) => refusedIn(again, language))
    }
    draft.sent()
    router().go('/verify/pay', { replace: true })
    // Whoever goes back before that page has come finds this one as it was, and is not to be asked again.
    void read()
    return undefined
  }
  const form = useForm<Draft>(draft.get().values, {
    checks,
    send,
    fields: { 'consent/notice': 'agreedTo', 'consent/agreed': 'agreedTo' },
  })
  const code = useCode(() => form.set('smsCode', ''))
  const isOffer = wantsOffer && isFilledIn(form.values, checks)
  useEffect(() => draft.keep({ values: form.values }), [form.values])
  useWarning(isBegun(form.values))

  const next = (): unknown => {
    const known = barOf(form.values, judging)
    return known ? setBar(known) : form.submit()
  }
  if (bar)
    return (
      <BarPage bar={bar} minimumAge={rules.minimumAge} returnTo={account.returnTo} onBack={() => setBar(undefined)} />
    )
  if (isOffer)
    return (
      <Page key="offer" title={texts.offerTitle} lead={texts.offerLead}>
        <WaySteps now={2} />
        {children}
        <ChooseOffer form={form} offers={offers} />
      </Page>
    )
  return (
    <Page key="form" title={texts.title} lead={texts.lead}>
      <WaySteps now={1} />
      {children}
      <FillIn
        form={form}
        code={code}
        notice={notice}
        isNewer={newer !== undefined}
        phone={account.phone}
        checks={account.verification.checks}
        onNext={next}
      />
    </Page>
  )
}
