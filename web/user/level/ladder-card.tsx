import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { levelTexts } from '../account/level-texts.ts'
import type { Explained } from './explained.ts'
import { explainedTexts } from './texts.ts'

/** The level now, until when, and the whole ladder with how far one has come. */
export const LadderCard = ({ of: { level, levelName, levelUntil, ladder } }: { of: Explained }) => {
  const texts = useTexts(explainedTexts)
  const names = useTexts(levelTexts)
  const means = {
    none: texts.noneMore,
    basic: texts.basicMore,
    documented: texts.documentedMore,
    strong: texts.strongMore,
    full: texts.fullMore,
  }
  return (
    <section className="card stack">
      <h2>{texts.now}</h2>
      <p className="title">{names.levelNamed(String(level), names[levelName])}</p>
      <p>
        {levelUntil === null ? (
          level > 0 ? (
            texts.lasts
          ) : (
            means.none
          )
        ) : (
          <>
            {texts.until} <Time at={levelUntil} />
            {texts.untilMore}
          </>
        )}
      </p>
      <h3>{texts.ladder}</h3>
      <ol className="list">
        {ladder.map((rung) => (
          <li key={rung.level} aria-current={rung.level === level ? 'step' : undefined}>
            <div className="row apart">
              <b>{names.levelNamed(String(rung.level), names[rung.levelName])}</b>
              <Tag tone={rung.held ? 'good' : 'info'}>{rung.held ? texts.held : texts.notHeld}</Tag>
            </div>
            <p className="quiet">{means[rung.levelName]}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
