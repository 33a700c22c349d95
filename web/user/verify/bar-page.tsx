import type { ShimingProblem } from 'shiming-client'
import type { NextStepName } from '../../../functions/verification/next-steps.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { knownSteps } from '../known-steps.ts'
import { NextSteps } from '../next-steps.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { BackToPlatform } from '../return/back-to-platform.tsx'
import { Until } from '../until.tsx'
import { verifyTexts } from './texts.ts'

/** Refusals that no other way of typing the same helps against. */
const barCodes = [
  'under_age',
  'id_kind_needs_review',
  'identity_unavailable',
  'verified_as_another',
  'too_many_checks_today',
  'too_many_checks',
  'too_many_refusals',
  'resubmitted_too_soon',
] as const

type BarCode = (typeof barCodes)[number]

/** Where a person can look at the papers instead; what leads nowhere else leads there first. */
const papersHelp: Readonly<Partial<Record<BarCode, 'first' | 'too'>>> = {
  under_age: 'first',
  id_kind_needs_review: 'first',
  too_many_checks: 'first',
  too_many_checks_today: 'too',
  too_many_refusals: 'too',
  resubmitted_too_soon: 'too',
}

/** These are about the account; no other data helps. */
const OF_ACCOUNT: readonly string[] = ['too_many_checks_today', 'too_many_checks', 'too_many_refusals']

/**
 * Why the form leads nowhere for now, when that changes (RFC 3339), where it does, and what else the service says of it. `document`: which the
 * number looks like.
 */
export type Bar = {
  code: BarCode
  until?: string | undefined
  more?: string | undefined
  document?: string | undefined
  /** What leads on, where the service says so. */
  next?: readonly NextStepName[] | undefined
}

/** The bar of a refusal, if it is one. */
export const barIn = (problem: ShimingProblem): Bar | undefined => {
  const { code, retryAt, errors, next } = problem
  const known = barCodes.find((one) => one === code)
  const of = problem.is('id_kind_needs_review') && { more: errors[0]?.detail, document: problem.extra.document }
  return known && { code: known, until: retryAt?.toISOString(), next: knownSteps(next), ...of }
}

type BarPageProps = { bar: Bar; minimumAge: number; returnTo: Account['returnTo']; onBack: () => void }

/** In the place of the form: what stands against it, what to do, and when. What was typed is still there. */
export const BarPage = ({ bar, minimumAge, returnTo, onBack }: BarPageProps) => {
  const texts = useTexts(verifyTexts)
  const common = useTexts(commonTexts)
  const { code, until, next = [] } = bar
  const helps = papersHelp[code]
  const [isFirst, isOfAccount] = [helps === 'first', OF_ACCOUNT.includes(code)]
  const more = bar.more ?? (code === 'under_age' ? texts.under_ageMore(String(minimumAge)) : texts[`${code}More`])
  return (
    <Page title={texts[code]} over>
      <div className="card stack below">
        <Banner tone="warn">
          <p role="alert">{more}</p>
        </Banner>
        {until !== undefined && (
          <p>
            {texts.againFrom} <Until at={until} />
          </p>
        )}
        {next.length > 0 && <NextSteps steps={next} />}
        {!isOfAccount && <p>{texts.mistyped}</p>}
        {helps && <PapersEntrance {...(isFirst && { kind: 'main' as const })} document={bar.document} />}
        <WhomToAsk about={next.length > 0 ? undefined : 'verification'} />
        {isOfAccount && (
          <Link to="/verify/result" className={`button button-wide${isFirst ? '' : ' button-main'}`}>
            {texts.toChecked}
          </Link>
        )}
        <Button {...(!isOfAccount && !isFirst && { kind: 'main' })} wide onPress={onBack}>
          {isOfAccount ? common.back : texts.back}
        </Button>
        <BackToPlatform to={returnTo} />
      </div>
    </Page>
  )
}
