/** Whose certification it can be. */
export const applicantKinds = ['enterprise', 'sole_trader', 'individual', 'government'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Those that are registered under a code of their own, and are spoken for by somebody: every kind but people. */
export const organisationKinds = ['enterprise', 'sole_trader', 'government'] as const satisfies readonly ApplicantKind[]
export type OrganisationKind = (typeof organisationKinds)[number]

export const isOrganisation = (kind: ApplicantKind): kind is OrganisationKind => kind !== 'individual'
