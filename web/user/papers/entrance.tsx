import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { entranceTexts } from './entrance-texts.ts'

type EntranceProps = {
  /** The one thing to do here; or beside what most people do, and so no button. */
  kind?: 'main' | 'beside'
  /** Which document it is, where that is known. */
  document?: string | undefined
  /** Other words than those of the page. */
  children?: string
}

/** The way to a person who looks at papers, from wherever no machine helps. */
export const PapersEntrance = ({ kind, document, children }: EntranceProps) => {
  const { entrance } = useTexts(entranceTexts)
  return (
    <Link
      to={document === undefined ? '/papers' : `/papers?document=${encodeURIComponent(document)}`}
      className={kind === 'beside' ? 'standing' : `button button-wide${kind === 'main' ? ' button-main' : ''}`}
    >
      {children ?? entrance}
    </Link>
  )
}
