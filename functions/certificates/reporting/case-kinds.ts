/** What cases about reports of a certificate are called. */
export const CERTIFICATE_REPORT = 'certificate_report'

/** What cases about a page that does not show its certificate are called. */
export const CERTIFICATE_PAGE = 'certificate_page'
