/** What a channel is answered when its notification is not taken, so that it is sent again or its sender looked at. */
export const refusedStatus = { signature_invalid: 401, notification_invalid: 400 } as const
