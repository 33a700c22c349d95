import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { ShownSubject } from './about/subject.tsx'
import type { Case } from './case.ts'
import { caseTexts } from './texts.ts'
import { Withdraw } from './withdraw.tsx'

/** What the user sent when it was opened, about what, and the cases that belong to it. */
export const SentCard = ({ of, read }: { of: Case; read: () => Promise<void> }) => {
  const texts = useTexts(caseTexts)
  const others = [
    [texts.appealOf, of.appealOf],
    [texts.appealedBy, of.appealedBy],
  ] as const
  return (
    <section className="card stack">
      <h2>{texts.sent}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.kind}</dt>
          <dd lang={of.language}>{of.title}</dd>
        </div>
        {of.kind === 'help' && (
          <div>
            <dt>{texts.about}</dt>
            <dd>
              <ShownSubject of={of.subject} />
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.openedAt}</dt>
          <dd>
            <Time at={of.openedAt} />
          </dd>
        </div>
        {of.said !== null && (
          <div>
            <dt>{texts.said}</dt>
            <dd className="words">{of.said}</dd>
          </div>
        )}
      </dl>
      {of.materials.length > 0 && <p className="quiet">{texts.handedIn(of.materials.length)}</p>}
      {others.map(
        ([text, id]) =>
          id !== null && (
            <p key={id}>
              <Link to={`/cases/${id}`} className="standing">
                {text}
              </Link>
            </p>
          ),
      )}
      {of.canWithdraw && <Withdraw id={of.id} onOver={read} />}
    </section>
  )
}
