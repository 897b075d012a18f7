/** Share of a limit from which figures are highlighted. */
export const NEAR_LIMIT = 0.8;
