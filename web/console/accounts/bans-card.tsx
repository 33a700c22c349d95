import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { appealWords } from '../appeals/texts.ts'
import { Facts } from '../controls/facts.tsx'
import { By } from '../deeds/deed-shown.tsx'
import { useWords } from '../words/use-words.ts'
import type { Case } from './account-facts.tsx'
import { accountTexts, evidenceWords } from './texts.ts'

type PastBan = Case['pastBans'][number]

/** A ban that is over: who banned and why, who lifted it and why. */
const Past = ({ of: { by, since, bannedBy, reason, liftedAt, liftedBy, liftedBecause } }: { of: PastBan }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  return (
    <Facts
      of={[
        [texts.bannedBy(word(evidenceWords, by)), <Time key="since" at={since} />],
        [texts.bannedByWhom, <By key="by" of={bannedBy} />],
        [texts.reason, reason],
        [texts.liftedAt, <Time key="lifted" at={liftedAt} />],
        [texts.liftedBy, <By key="by" of={liftedBy} />],
        [texts.liftedBecause, liftedBecause],
      ]}
    />
  )
}

const Appeal = ({ of, id }: { of: NonNullable<Case['appeal']>; id: string }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  return (
    <>
      <h3>{texts.appealed}</h3>
      <p className="said">{of.text}</p>
      {of.status !== 'open' && (
        <Facts
          of={[
            [word(appealWords, of.status), of.decidedAt && <Time key="at" at={of.decidedAt} />],
            [texts.decision, of.reason],
          ]}
        />
      )}
      <Link to={`/console/appeals/${id}`} className="button">
        {of.status === 'open' ? texts.appeal : texts.seeAppeal}
      </Link>
    </>
  )
}

/** The bans that stand, the last appeal against them, and the bans of before; nothing where there never was one. */
export const Bans = ({ of: { bans, pastBans, appeal, id } }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  if (bans.length === 0 && pastBans.length === 0 && appeal === null) return null
  return (
    <section className="card stack">
      <h2>{texts.bans}</h2>
      {bans.length === 0 && <p className="quiet">{texts.noBans}</p>}
      {bans.map(({ since, reason, by }) => (
        <Facts
          key={by}
          of={[
            [texts.bannedBy(word(evidenceWords, by)), <Time key="since" at={since} />],
            [texts.reason, reason],
          ]}
        />
      ))}
      {appeal && <Appeal of={appeal} id={id} />}
      {pastBans.length > 0 && <h3>{texts.pastBans}</h3>}
      {pastBans.map((one) => (
        <Past key={`${one.by} ${one.since}`} of={one} />
      ))}
    </section>
  )
}
