package viva.relationship.bond;

/**
 * How familiarity fades without contact: a power law towards a floor, slower for older ties. It is a function of the value at the
 * last contact, so reading it twice changes nothing.
 *
 * @param floor the share of the familiarity that stays for ever, in [0, 1]
 * @param scaleHours world hours after which a brand-new tie has lost a noticeable part
 * @param exponent of the power law; {@code (1 + Δ/S)^(−exponent)}
 * @param maturingHours a tie of this age fades half as fast as a new one
 */
public record Fading(double floor, double scaleHours, double exponent, double maturingHours) {
    /** The familiarity left of {@code value} after {@code hours} without contact, in a tie that was {@code tieHours} old. */
    public double of(double value, double hours, double tieHours) {
        double scale = scaleHours * (1 + tieHours / maturingHours);
        double lasting = floor * value;
        return lasting + (value - lasting) * StrictMath.pow(1 + hours / scale, -exponent);
    }
}
