/** Postgres' advisory locks, each with a number of its own: what each lets one transaction do at a time. */
export const LOCKS = {
  migrate: 7_305_681_204n,
  checkpoint: 7_305_681_205n,
  import: 7_305_681_206n,
  /** GPUs at once of a checkpoint. */
  derive: 7_305_681_207n,
  /** Reading reference rates. */
  rates: 7_305_681_208n,
  fetchRates: 7_305_681_209n,
  compare: 7_305_681_210n,
  seal: 7_305_681_211n,
  /** Who the owners are. */
  team: 7_305_681_212n,
  /** Becoming the first owner. */
  owner: 7_305_681_213n,
} as const;
