import { Link } from '../shared/router/page.tsx'

type TurningProps = {
  path: string
  /** The page that is shown, as the service named it; null for the newest. */
  before: string | null
  /** The one after it, likewise; null at the end. */
  next: string | null
  older: string
  newest: string
}

/** Turns the pages of a list by addresses of their own, so that back, reload and another tab find the same page. */
export const Turning = ({ path, before, next, older, newest }: TurningProps) =>
  before === null && next === null ? null : (
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
