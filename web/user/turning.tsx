import { useTexts } from '../shared/language.ts'
import { Link } from '../shared/router/page.tsx'
import { texts } from '../shared/texts/texts.ts'

const turningTexts = texts(
  { older: '更早的', newest: '回到最新' },
  { older: 'Earlier ones', newest: 'Back to the newest' },
)

type TurningProps = {
  path: string
  /** The page that is shown, as the service named it; null for the newest. */
  before: string | null
  /** The one after it, likewise; null at the end. */
  next: string | null
}

/** Turns the pages of a list by addresses of their own, so that back, reload and another tab find the same page. */
export const Turning = ({ path, before, next }: TurningProps) => {
  const { older, newest } = useTexts(turningTexts)
  if (before === null && next === null) return null
  return (
    <p className="row apart">
      {before !== null && (
        <Link to={path} className="button">
          {newest}
        </Link>
      )}
      {next !== null && (
        <Link to={`${path}?before=${encodeURIComponent(next)}`} className="button">
          {older}
        </Link>
      )}
    </p>
  )
}
