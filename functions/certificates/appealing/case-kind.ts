/** What cases of those who appeal against the suspension or revocation of their certificate are called. */
export const CERTIFICATE_APPEAL = 'certificate_appeal'
