-- A sign-in that comes back, once; and away with those that never did. $1 hash of browser and state.
with stale as (
  delete from sign_in_attempt where created_at <= now() - interval '10 minutes' and state_hash <> $1
)
delete from sign_in_attempt where state_hash = $1
returning code_verifier, redirect_uri, return_to, created_at > now() - interval '10 minutes' as in_time;
