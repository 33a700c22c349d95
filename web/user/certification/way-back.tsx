import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { certificationTexts } from './texts.ts'

const ID = /^[\da-f]{32}$/

/** The application that somebody came from, or where they were about to begin one. */
const cameFrom = (query: URLSearchParams): string | undefined => {
  const app = query.get('app') ?? ''
  const application = query.get('application') ?? ''
  if (ID.test(application)) return `/developer/applications/${application}`
  return ID.test(app) ? `/developer/apps/${app}/certification` : undefined
}

/** Pages that lead back to the application they were opened from. */
const returning = ['/level', '/developer/applicants']

/** The address of a page that something of an application is put right on, which knows where to lead back to. */
export const fromApplication = (page: string, id: string): string =>
  returning.includes(page) ? `${page}?application=${id}` : page

/** The way back to the application that somebody came from; nothing where they came from elsewhere. */
export const WayBack = ({ query }: { query: URLSearchParams }) => {
  const { toApplication } = useTexts(certificationTexts)
  const from = cameFrom(query)
  return from === undefined ? null : (
    <Link to={from} className="button button-wide">
      {toApplication}
    </Link>
  )
}
