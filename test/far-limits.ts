const FAR = 1_000_000

/** Limits that would only keep a few test people from coming back are far away. Everything about money is as it is everywhere. */
export const FAR_LIMITS = {
  checks: {
    perDay: FAR,
    ever: FAR,
    refusalsPerDay: FAR,
    mismatchCoolDownMs: 0,
    noRecordCoolDownMs: 0,
    accountsPerPerson: FAR,
  },
  sms: {
    spacingMs: 0,
    perHour: FAR,
    perDay: FAR,
    perDayFromAddress: FAR,
    perDayForeign: FAR,
    codesPerDay: FAR,
    alarmAfter: FAR,
  },
  orders: { asksPerHour: FAR },
  wechat: { perHour: FAR },
  appeals: { perMonth: FAR },
  sending: { perDay: FAR, perDayMember: FAR, perMinute: FAR, perMinuteMember: FAR, sameContentPerHour: FAR },
}
