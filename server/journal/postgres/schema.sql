-- The journal as one table: rows are added at its end, each chained to the one before, and never changed.
CREATE TABLE bentang_journal (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  operation text NOT NULL UNIQUE,
  line bytea NOT NULL
);

CREATE FUNCTION bentang_journal_next() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  previous bytea;
BEGIN
  IF NEW.seq = 1 THEN
    previous := convert_to(repeat('0', 64), 'UTF8');
  ELSE
    SELECT substring(line FROM 1 FOR 64) INTO previous FROM bentang_journal WHERE seq = NEW.seq - 1;
  END IF;
  IF previous IS NULL THEN
    RAISE EXCEPTION 'bentang_journal: entry % does not follow the last one', NEW.seq;
  END IF;
  IF convert_to(encode(sha256(previous || substring(NEW.line FROM 66 FOR octet_length(NEW.line) - 66)), 'hex'), 'UTF8')
    IS DISTINCT FROM substring(NEW.line FROM 1 FOR 64) THEN
    RAISE EXCEPTION 'bentang_journal: entry % is not chained to the one before', NEW.seq;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION bentang_journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'bentang_journal is append-only: % is refused', TG_OP;
END
$$;

CREATE TRIGGER bentang_journal_next BEFORE INSERT ON bentang_journal
  FOR EACH ROW EXECUTE FUNCTION bentang_journal_next();
CREATE TRIGGER bentang_journal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bentang_journal
  FOR EACH STATEMENT EXECUTE FUNCTION bentang_journal_stays();
