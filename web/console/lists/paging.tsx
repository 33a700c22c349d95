import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { controlTexts } from '../controls/texts.ts'
import { type At, atCursors, cursorsIn } from './address.ts'

/** Turns the pages of a list by addresses of their own, so that back, reload and another tab find the same page. */
export const Paging = ({ place, next }: { place: At; next: string | null }) => {
  const texts = useTexts(controlTexts)
  const cursors = cursorsIn(place.query)
  if (cursors.length === 0 && next === null) return null
  return (
    <nav className="row paging" aria-label={texts.paging}>
      {cursors.length > 0 && (
        <Link to={atCursors(place, cursors.slice(0, -1))} className="button">
          {texts.before}
        </Link>
      )}
      <span className="quiet number">{texts.page(cursors.length + 1)}</span>
      {next !== null && (
        <Link to={atCursors(place, [...cursors, next])} className="button">
          {texts.after}
        </Link>
      )}
    </nav>
  )
}
