/**
 * Why a deed is on record of which nobody is asked for a reason, in words of ours. Records keep them for good, and the console tells them in its
 * language by these: another text is a new row.
 */
export const ownReasons = {
  numberSearched: 'exact number',
  signedIn: 'by password and code',
  guessedAt: 'as many wrong tries at password or code as an hour has',
  linkOpened: 'by whoever has the link',
  enrolled: 'by the link that was given for it',
  invitedAtFirst: 'invited from the command line',
} as const
export type OwnReason = (typeof ownReasons)[keyof typeof ownReasons]
