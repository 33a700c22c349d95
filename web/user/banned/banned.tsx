import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { texts } from '../../shared/texts/texts.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'

const bannedTexts = texts(
  {
    more: '账号已停用：不能认证、付款、购买会员、充值积分或发送消息。应退的款项照常退回。',
    reason: '停用原因',
    since: '停用时间',
    appeal: '有异议的，可以在“我的账号”里申诉，由人工处理。',
    toAppeal: '去申诉',
  },
  {
    more: 'This account is banned: no verifying, paying, membership, points or messages. Refunds owed are still paid.',
    reason: 'Why',
    since: 'Since',
    appeal: 'If that is wrong, you can appeal on your account page; a person decides.',
    toAppeal: 'Appeal',
  },
)

/** What a ban means, why and since when it is, and whom to ask. */
export const BannedFacts = ({ ban: { reason, since } }: { ban: NonNullable<Account['ban']> }) => {
  const { more, ...names } = useTexts(bannedTexts)
  return (
    <>
      <Banner tone="danger">{more}</Banner>
      <dl className="facts">
        <div>
          <dt>{names.reason}</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>{names.since}</dt>
          <dd>
            <Time at={since} />
          </dd>
        </div>
      </dl>
      <WhomToAsk about="ban" />
    </>
  )
}

/** The same in the place of what the banned may not do, with the way to appeal. */
export const Banned = ({ ban }: { ban: NonNullable<Account['ban']> }) => {
  const { appeal, toAppeal } = useTexts(bannedTexts)
  return (
    <>
      <BannedFacts ban={ban} />
      <p>{appeal}</p>
      <Link to="/account" className="button button-main button-wide">
        {toAppeal}
      </Link>
    </>
  )
}
