import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Account } from '../../shared/service.ts'
import { BannedFacts } from '../banned/banned.tsx'
import { accountTexts } from './texts.ts'

type Decision = Account['gate'][keyof Account['gate']]

/** Whether it may be used, and if not, why. */
const Allowed = ({ decision }: { decision: Decision }) => {
  const texts = useTexts(accountTexts)
  if (decision.allowed) return <Tag tone="good">{texts.isAllowed}</Tag>
  const why = { not_verified: texts.notVerified, banned: texts.banned, sending_paused: texts.sendingPaused }[
    decision.code
  ]
  return <Tag tone="warn">{why}</Tag>
}

/** What the account may use now. */
export const AllowedCard = ({ account: { gate, ban } }: { account: Account }) => {
  const texts = useTexts(accountTexts)
  const names: Readonly<Record<keyof Account['gate'], string>> = {
    send_message: texts.sendMessage,
    recharge_points: texts.rechargePoints,
  }
  const decisions = Object.entries(gate) as [keyof Account['gate'], Decision][]
  return (
    <section className="card stack">
      <h2>{texts.allowed}</h2>
      {ban !== null && <BannedFacts ban={ban} />}
      <dl className="facts">
        {decisions.map(([feature, decision]) => (
          <div key={feature}>
            <dt>{names[feature]}</dt>
            <dd>
              <Allowed decision={decision} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
