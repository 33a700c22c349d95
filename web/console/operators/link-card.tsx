import { Copy } from '../../shared/controls/copy.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { roleWords } from '../session/texts.ts'
import type { Invited } from './operator-deeds.ts'
import { operatorTexts } from './texts.ts'

/** The link that was made just now, which the service tells once. */
export const LinkCard = ({ of: { operator, link } }: { of: Invited }) => {
  const language = useLanguage()
  const texts = useTexts(operatorTexts)
  const { name, role, linkUntil } = operator
  return (
    <section className="card stack made-link" data-after-deed>
      <h2>{texts.linkOf(name)}</h2>
      <p>{texts.linkMore(name, roleWords[language][role])}</p>
      <Copy text={link} kind="main">
        {texts.copy}
      </Copy>
      <p className="quiet">
        {linkUntil !== null && (
          <>
            {texts.onceUntil} <Time at={linkUntil} whole />
            {language === 'zh' ? '。' : '. '}
          </>
        )}
        {texts.once}
      </p>
    </section>
  )
}
