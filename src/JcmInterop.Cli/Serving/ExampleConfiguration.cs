namespace JcmInterop.Cli.Serving;

/// <summary>A configuration to start from: Japan's node with one partner.</summary>
internal static class ExampleConfiguration
{
    /// <summary>The configuration with a comment on every property; a node reads it as it is.</summary>
    public const string Text = """
        {
          // The Party this node belongs to: ISO 3166-1 alpha-3.
          "party": "JPN",

          // Addresses to listen on. Keep the loopback address unless a reverse proxy with TLS stands in front.
          "urls": ["http://127.0.0.1:5080"],

          // Directory of the store and the token files; made at the first start. Relative paths start from this file.
          "dataDirectory": "data",

          // Where the record is kept: one SQLite file in the data directory, unless a PostgreSQL database is named, which several silos can share.
          // "store": { "postgres": "Host=127.0.0.1;Database=jcm;Username=jcm", "passwordFile": "postgres-password" },

          // This node's private key. Make it with: jcm keys new private-key.json
          // Give the partner its public part: jcm keys export private-key.json --party JPN --out JPN.jwks.json
          "signingKeyFile": "private-key.json",

          // How this side accounts for its NDCs, as its initial report states it; without an entry no corresponding adjustments are computed.
          // method: single-year-trajectory, single-year-averaging or multi-year. basis: covered-emissions, non-ghg-indicator (needs "metric") or policies-and-measures.
          // Optional, by calendar year: "emissions", "indicator", "trajectory", for example { "2021": 1000000 }.
          // "ndcs": [
          //   { "firstYear": 2021, "finalYear": 2030, "method": "...", "basis": "...", "statedOn": "2025-01-31", "source": "initial report, section ..." }
          // ],

          // One entry per partner country.
          "registries": [
            {
              "partner": "THA",

              // Base address of the partner's node.
              "partnerUrl": "http://127.0.0.1:5081",

              // The partner's public keys, received from the partner on a way you trust.
              "partnerKeyFiles": ["THA.jwks.json"],

              // ITMO registry ids of both sides: alpha-3 code and two digits.
              "ownRegistry": "JPN01",
              "partnerRegistry": "THA01",

              // How units reach the registries, by the date of the decision: mirror-at-issuance or partner-issues-then-transfers.
              // The day of the second line is an assumption; agree it with the partner.
              "issuePatterns": [
                { "from": "2015-11-19", "pattern": "mirror-at-issuance" },
                { "from": "2025-10-01", "pattern": "partner-issues-then-transfers" }
              ],

              // This side's NDC implementation period, both years included.
              "ndcPeriod": { "firstYear": 2021, "finalYear": 2030 },

              // Last day for first transfers for other international mitigation purposes of this period, as the Party has chosen it, for example:
              // "oimpCutOff": { "lastDay": "2031-12-31", "rule": "no-later-use or counted-on-last-day", "source": "..." },

              // Days after a decision from which a leg not issued yet is reported as late.
              "lateLegAfterDays": 60,

              // Longest time a proposed transfer may wait for its answer, in days.
              "decideWithinDays": 90
            }
          ]
        }

        """;
}
