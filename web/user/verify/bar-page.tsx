import type { ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { BackToPlatform } from '../return/back-to-platform.tsx'
import { Until } from '../until.tsx'
import { verifyTexts } from './texts.ts'

/** Refusals that no other way of typing the same helps against. */
const barCodes = [
  'under_age',
  'id_kind_needs_review',
  'identity_unavailable',
  'too_many_checks_today',
  'too_many_checks',
  'too_many_refusals',
  'resubmitted_too_soon',
] as const

/** These are about the account; no other data helps. */
const OF_ACCOUNT: readonly string[] = ['too_many_checks_today', 'too_many_checks', 'too_many_refusals']

/** Why the form leads nowhere for now, when that changes (RFC 3339), where it does, and what else the service says of it. */
export type Bar = { code: (typeof barCodes)[number]; until?: string | undefined; more?: string | undefined }

/** The bar of a refusal, if it is one. */
export const barIn = ({ code, retryAt, errors }: ShimingProblem): Bar | undefined => {
  const known = barCodes.find((one) => one === code)
  const more = known === 'id_kind_needs_review' ? errors[0]?.detail : undefined
  return known && { code: known, until: retryAt?.toISOString(), more }
}

type BarPageProps = { bar: Bar; minimumAge: number; returnTo: Account['returnTo']; onBack: () => void }

/** In the place of the form: what stands against it, what to do, and when. What was typed is still there. */
export const BarPage = ({ bar, minimumAge, returnTo, onBack }: BarPageProps) => {
  const texts = useTexts(verifyTexts)
  const common = useTexts(commonTexts)
  const { code, until } = bar
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
        {!OF_ACCOUNT.includes(code) && <p>{texts.mistyped}</p>}
        <WhomToAsk />
        {OF_ACCOUNT.includes(code) && (
          <Link to="/verify/result" className="button button-main button-wide">
            {texts.toChecked}
          </Link>
        )}
        <Button {...(!OF_ACCOUNT.includes(code) && { kind: 'main' })} wide onPress={onBack}>
          {OF_ACCOUNT.includes(code) ? common.back : texts.back}
        </Button>
        <BackToPlatform to={returnTo} />
      </div>
    </Page>
  )
}
