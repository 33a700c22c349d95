import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { accountTexts } from './texts.ts'

/** The ways to what the account has done and got. */
export const RecordsCard = () => {
  const texts = useTexts(accountTexts)
  const ways = [
    ['/identity', texts.myIdentity],
    ['/verify/result', texts.results],
    ['/level', texts.level],
    ['/face', texts.face],
    ['/document', texts.document],
    ['/cards', texts.cards],
    ['/orders', texts.orders],
    ['/cases', texts.cases],
    ['/disclosures', texts.disclosures],
    ['/inbox', texts.inbox],
    ['/channels', texts.channels],
    ['/developer', texts.apps],
    ['/wechat', texts.wechat],
  ] as const
  return (
    <section className="card tight">
      <h2>{texts.records}</h2>
      <ul className="list">
        {ways.map(([to, text]) => (
          <li key={to}>
            <Link to={to} className="standing">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
